import FrontisText
import FrontisCore
import Testing

@testable import FrontisContent

@Suite struct ConfigurationTests {
    @Test func readsAllOfIt() {
        let (configuration, diagnostics) = ConfigurationReader.read(
            """
            site: { title: T, url: "https://example.org/blog", language: pt, author: Ana, credit: Ana with a machine }
            permalink: /:year/:slug/
            images: { provider: art, aspect: 16:9, style: ink, concurrency: 2, budget: 1.5, on-missing: placeholder, publish-originals: true }
            styles: { ink: { prefix: Ink of, negative: text } }
            alt: { provider: art, model: gpt-4o, max-length: 100, require: any }
            providers:
              art: { dialect: openai, model: gpt-image-2, api-key: "${KEY}" }
            diagnostics: { alt-missing: error }
            """)
        #expect(diagnostics == [])
        #expect(configuration.url == "https://example.org/blog/")
        #expect(configuration.basePath == "/blog")
        #expect(configuration.origin == "https://example.org")
        #expect(configuration.credit == "Ana with a machine" && configuration.creditLine == "Ana with a machine")
        #expect(configuration.images.publishesOriginals)
        #expect(configuration.images.aspect == Aspect("16:9"))
        #expect(configuration.images.onMissing == .placeholder)
        #expect(configuration.styles["ink"]?.prefix == "Ink of")
        #expect(configuration.providers["art"]?.text("api-key") == "${KEY}")
        #expect(configuration.alt.settings["model"]?.value == .scalar("gpt-4o"))
        #expect(configuration.severities == [.altMissing: .error])
    }

    @Test(arguments: [
        (
            "sites: {}",
            """
            frontis.yaml:1:1: error: unknown key 'sites' in frontis.yaml; did you mean 'site'? [configuration-unknown-key]
              1 | sites: {}
                | ^~~~~

            """
        ),
        (
            "site:\n  url: example.org",
            """
            frontis.yaml:2:8: error: site.url 'example.org' is not an absolute web address [configuration-value]
              2 |   url: example.org
                |        ^~~~~~~~~~~
                help: write it with its scheme: url: https://example.org/

            """
        ),
        (
            "permalink: /:sluk/",
            """
            frontis.yaml:1:12: error: unknown token ':sluk' in permalink; did you mean 'slug'? [configuration-value]
              1 | permalink: /:sluk/
                |            ^~~~~~~
                help: tokens are :section :slug :title :year :month :day

            """
        ),
        (
            "images: { style: inc }\nstyles: { ink: { prefix: x } }",
            """
            frontis.yaml:1:18: error: unknown style 'inc'; did you mean 'ink'? [ai-image-unknown-style]
              1 | images: { style: inc }
                |                  ^~~
                help: styles are defined under 'styles:' in frontis.yaml

            """
        ),
        (
            "images: { social: { title: true, font: \"Inter Bold @wght=700\" } }",
            """
            frontis.yaml:1:40: error: images.social.font 'Inter Bold @wght=700' is not a font's name [configuration-value]
              1 | images: { social: { title: true, font: "Inter Bold @wght=700" } }
                |                                        ^~~~~~~~~~~~~~~~~~~~
                help: write a family, and a weight if you want one: font: Inter Bold

            """
        ),
        (
            "images: { social: { titel: true } }",
            """
            frontis.yaml:1:21: error: unknown key 'titel' in images.social; did you mean 'title'? [configuration-unknown-key]
              1 | images: { social: { titel: true } }
                |                     ^~~~~

            """
        ),
        (
            "images: { social: { title: maybe } }",
            """
            frontis.yaml:1:28: error: images.social.title must be true or false, not text [configuration-value]
              1 | images: { social: { title: maybe } }
                |                            ^~~~~

            """
        ),
        (
            "site: {",
            """
            frontis.yaml:1:1: error: bad YAML: did not find expected node content [configuration-yaml]
              1 | site: {
                | ^

            """
        ),
    ])
    func mistakes(text: String, expected: String) {
        let (_, diagnostics) = ConfigurationReader.read(text)
        #expect(diagnostics.map(DiagnosticFormatter().text) == [expected])
    }

    @Test func readsSocialCards() {
        let (configuration, diagnostics) = ConfigurationReader.read(
            "images:\n  social: { title: yes, font: Inter Bold, font-file: fonts/inter.ttf }")
        #expect(diagnostics == [])
        let social = configuration.images.social
        #expect(social.title)
        #expect(social.font?.value == "Inter Bold")
        #expect(social.fontFile?.value == "fonts/inter.ttf")
        #expect(social.fontFile?.location == SourceLocation(path: "frontis.yaml", line: 2, column: 54, length: 15))
        #expect(social.fontFileLine == "  social: { title: yes, font: Inter Bold, font-file: fonts/inter.ttf }")
        let (standard, _) = ConfigurationReader.read("images: { social: { font: } }")
        #expect(!standard.images.social.title)
        #expect(standard.images.social.font == nil)
    }

    @Test func aSecretInPlainTextIsAWarningThatDoesNotRepeatIt() {
        let (_, diagnostics) = ConfigurationReader.read("providers: { a: { dialect: openai, api-key: sk-verysecret } }")
        #expect(
            diagnostics.map(DiagnosticFormatter().text) == [
                """
                frontis.yaml:1:45: warning: api-key of provider 'a' is written out in frontis.yaml [configuration-secret]
                  help: keep it in the environment or in .env and write ${NAME} here

                """
            ])
    }
}
