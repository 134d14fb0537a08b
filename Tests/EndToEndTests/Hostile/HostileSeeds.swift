/// Good files that the fuzzing starts from, besides those of the repository: each has much of its format in it.
enum HostileSeeds {
    static let posts = [
        """
        +++
        title = "The night train"
        date = 2026-03-02T10:15:00+01:00
        tags = ["travel", 'rail']
        aliases = ["/old/"]
        weight = 12
        [extra]
        a.b.c = { d = 1.5, e = [1, 2, { f = true }] }
        text = \"\"\"
        long
        text\"\"\"
        [[extra.list]]
        name = "x"
        [taxonomies]
        categories = ["a"]
        +++
        # The night train

        Text with *emphasis*, **more**, `code`, [a link](/b/ "t"), <https://example.org>, ![alt](a.png) and[^1].

        [^1]: A note.

        | a | b |
        |---|:-:|
        | c | d |

        - [ ] todo
        - [x] done
          1. inner

        > quote
        > > deeper

        ```swift
        let a = 1
        ```

        <picture><source srcset="a.avif"><img src="a.png" alt="x"></picture>
        """,
        """
        ---
        title: &t "Words: a story"
        date: 2026-03-02
        updated: 2026-03-02 10:15:00 +0200
        tags: [travel, rail]
        authors: [{ name: Ana }, Ben]
        description: *t
        cover: { image: a.jpg, alt: A fox, focus: 30% 40% }
        ai-image:
          prompt: A night train crossing {{title}}
          style: none
          negative: text
          aspect: 16:9
          seed: 7
          candidates: 2
          alt: Night train
          caption: |
            Made for
            this post
        ai-images:
          map: { prompt: "A map", aspect: 1:1 }
        params: { a: [1, 2.5, true, ~, 2026-01-01], b: { c: { d: e } } }
        toc: false
        ---
        ## One {#one}

        ![](ai:map) and ![](<ai:a fox in fresh snow>)

        ## One

        "Quotes" -- it's 'fine'... ~~gone~~ www.example.com [ref] [ref][] [x][ref]

        [ref]: /somewhere/ (title)

        <!--more-->

        <div class="a"><b>bold</b> <img src="b.png" alt="y" width=10 /></div>

        Setext
        ======

        * a
          * b

            code

        ***
        """,
    ].map { Array($0.utf8) }

    static let configurations = [
        """
        site: { title: Night Trains, url: "https://example.org/blog/", language: en, author: Ana, description: All of it }
        permalink: /:section/:year/:slug/
        page-size: 10
        feed-length: 20
        images:
          provider: art
          aspect: "3:2"
          style: ink
          candidates: 1
          on-missing: placeholder
          variants: { widths: [320, 640], formats: [webp, jpeg], quality: 70 }
          budget: 5.00
          concurrency: 4
        styles:
          ink: &ink { prefix: "Ink of", suffix: "limited palette", negative: "text", reference: [a.png] }
          other: *ink
        alt: { provider: art, model: gpt-4o, detail: low, max-length: 125, describe: generated, require: none }
        providers:
          art: { dialect: openai, model: gpt-image-2, quality: medium, api-key: "${OPENAI_API_KEY}", base-url: "https://a.example/v1" }
          azure: { dialect: azure-openai, endpoint: "https://r.example/", deployment: dalle3, api-version: "2024-10-21", api-key: "${K}" }
          imagen: { dialect: vertex-imagen, project: p, location: us-central1, model: imagen-4.0-generate-001 }
          own: { dialect: command, run: [./draw, --size], requests-per-minute: 5, timeout: 30 }
        publish: { to: "gs://bucket/prefix", credentials: "${C}" }
        diagnostics: { alt-missing: error, link-dead: ignored }
        params: { a: [1, 2, { b: c }], d: 1.5 }
        """,
        "site:\n  title: A\n  url: https://example.org/\nimages:\n  provider: pattern\n  dark: auto\n  social: { font: Inter }\n",
    ].map { Array($0.utf8) }

    static let templates = [
        "{{<base}}{{$a}}{{#pages}}<li>{{title}} {{#tags}}{{name}}{{^last()}}, {{/last()}}{{/tags}}</li>\n{{/pages}}{{/a}}{{/base}}\n",
        "{{=<% %>=}}<%#page%><%title%><%&content%><%={{ }}=%>{{/page}}{{! note }}{{% CONTENT_TYPE: TEXT }}{{{page.content}}}{{uppercased(page.title)}}\n",
    ].map { Array($0.utf8) }

    static let locks = [
        """
        {
          "images": {
            "posts/night-train.md#hero": {
              "alt": { "language": "en", "source": "model", "text": "A lit night train \\u00e9." },
              "candidate": 1,
              "cost": { "estimated": false, "usd": 0.0412 },
              "created": "2026-03-02T10:15:00Z",
              "dialect": "openai",
              "height": 864,
              "image": "3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a3f0a",
              "mediaType": "image/png",
              "model": "gpt-image-2",
              "prompt": "Ink and wash illustration of a night train",
              "provider": "art",
              "recipe": "9be19be19be19be19be19be19be19be19be19be19be19be19be19be19be19be1",
              "width": 1536
            }
          },
          "version": 1
        }

        """,
        "{\n  \"images\": {},\n  \"version\": 1\n}\n",
    ].map { Array($0.utf8) }
}
