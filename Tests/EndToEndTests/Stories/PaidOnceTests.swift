import Foundation
import FrontisTestSupport
import Testing

/// One story per row: what a person does, and what it may cost.
@Suite struct PaidOnceTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let configuration: String
        let tell: @Sendable (Story) async throws -> Void

        init(
            _ name: String, configuration: String = "", _ tell: @escaping @Sendable (Story) async throws -> Void
        ) {
            testDescription = name
            self.configuration = configuration
            self.tell = tell
        }
    }

    @Test(arguments: losses + choices + changes + prompts + failures)
    func story(_ row: Row) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            try await row.tell(try Story(vendor, configuration: row.configuration))
        }
    }

    // MARK: What gets lost

    private static let losses = [
        Row("a second build, the cache lost, a clone in CI") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.settles()
            try story.site.folder.remove("public")
            try await story.run("build", environment: ["CI": "true"])
        },
        Row("the lock lost") { story in
            try story.site.post("a", "A fox", extra: "tags: [x]\n")
            try story.site.post("b", "{ prompt: A bear, candidates: 2 }")
            try await story.run("build", pictures: 2, descriptions: 2)
            try await story.run("image", "pick", "posts/b.md", "2")
            try await story.run("build", descriptions: 1)
            let lock = try story.site.folder.read("frontis.lock")
            try story.site.folder.remove("frontis.lock")
            try await story.run("build")
            #expect(try story.site.folder.read("frontis.lock") == lock)
        },
        Row("the store lost, but not the lock") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let html = try story.site.page("posts/a/index.html")
            try story.site.folder.remove(".frontis")
            let run = try await story.run("build", status: 1)
            #expect(run.standardError.contains("posts/a.md#hero: the bytes of picture "))
            #expect(run.standardError.contains("[picture-lost]"))
            #expect(try story.site.page("posts/a/index.html") == html)
        },
        Row("one picture damaged, then two builds, then made anew") { story in
            try story.site.post("a", "A fox")
            try story.site.post("b", "A bear")
            try await story.run("build", pictures: 2, descriptions: 2)
            let image = try #require(try await story.slot()["image"]?.string)
            try story.site.folder.write(".frontis/store/v1/objects/\(image.prefix(2))/\(image)", "damaged")
            try story.site.post("c", nil)
            let first = try await story.run("build", status: 1)
            #expect(first.standardError.contains("are damaged [picture-lost]"))
            let second = try await story.run("build", status: 1)
            #expect(second.standardError.contains("are not in the store [picture-lost]"))
            #expect(second.standardError.contains("frontis image regenerate posts/a.md#hero"))
            try await story.run("image", "regenerate", "posts/a.md#hero", pictures: 1, descriptions: 1)
            try await story.settles()
        },
        Row("a draft set aside for a build and brought back") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            try story.site.post("a", "A fox", extra: "draft: true\n")
            try await story.run("build")
            try await story.run("image", "prune")
            try story.site.post("a", "A fox")
            try await story.settles()
        },
        Row("a deleted post, pruned, and brought back") { story in
            try story.site.post("a", "A fox")
            try story.site.post("b", nil)
            try await story.run("build", pictures: 1, descriptions: 1)
            try story.site.folder.remove("content/posts/a.md")
            try await story.run("build")
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("orphan  posts/a.md#hero  no page that is built has this slot"))
            let dry = try await story.run("image", "prune", "--dry-run")
            #expect(dry.standardOutput == "posts/a.md#hero\n1 slot would be taken out of frontis.lock\n")
            try await story.run("image", "prune")
            #expect(try !story.site.folder.read("frontis.lock").contains("posts/a.md"))
            try story.site.post("a", "A fox")
            try await story.settles()
        },
    ]

    // MARK: What people choose

    private static let choices = [
        Row("a renamed post with a pick and a reviewed text") { story in
            try story.site.post("a", "{ prompt: A fox, candidates: 2 }")
            try await story.run("build", pictures: 1, descriptions: 1)
            let first = try story.picture()
            try await story.run("image", "pick", "posts/a.md#hero", "2")
            try await story.run("build", descriptions: 1)
            let picked = try story.picture()
            #expect(picked != first)
            let accepted = try await story.run("alt", "accept", "posts/a.md")
            #expect(accepted.standardOutput.contains("posts/a.md#hero  en  reviewed  "))
            try await story.run("build")
            let html = try story.site.page("posts/a/index.html")
            try FileManager.default.moveItem(
                atPath: story.site.folder.path("content/posts/a.md"),
                toPath: story.site.folder.path("content/posts/z.md"))
            try await story.settles()
            #expect(try story.picture("posts/z/index.html") == picked)
            let alt = try #require(html.range(of: #"alt="[^"]*""#, options: .regularExpression)).lowerBound
            #expect(try story.site.page("posts/z/index.html").contains(html[alt...].prefix(40)))
            #expect(try await story.slot("posts/z.md")["alts"]?[0]?["source"]?.string == "reviewed")
        },
        Row("a prompt changed and changed back after a pick") { story in
            try story.site.post("a", "{ prompt: A fox, candidates: 2 }")
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.run("image", "pick", "posts/a.md#hero", "2")
            try await story.run("build", descriptions: 1)
            let picked = try story.picture()
            try story.site.post("a", "{ prompt: A bear, candidates: 2 }")
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("make  posts/a.md#hero  prompt changed from 'A fox' to 'A bear'"))
            try await story.run("build", pictures: 1, descriptions: 1)
            try story.site.post("a", "{ prompt: A fox, candidates: 2 }")
            try await story.settles()
            #expect(try story.picture() == picked)
        },
        Row("a typo mended with keep, then the lock lost") { story in
            try story.site.post("a", "A fxo in snow")
            try await story.run("build", pictures: 1, descriptions: 1)
            let picture = try story.picture()
            try story.site.post("a", "A fox in snow")
            let kept = try await story.run("image", "keep", "posts/a.md#hero")
            #expect(kept.standardOutput.hasPrefix("posts/a.md#hero  kept\n"))
            try await story.settles()
            try story.site.folder.remove("frontis.lock")
            try await story.settles()
            #expect(try story.picture() == picture)
        },
        Row("undo goes back a picture at a time, and alt texts with it") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let first = try story.picture()
            let firstHTML = try story.site.page("posts/a/index.html")
            try await story.run("image", "regenerate", "posts/a.md", pictures: 1, descriptions: 1)
            try await story.run("build")
            let second = try story.picture()
            try story.site.post("a", "A bear")
            try await story.run("build", pictures: 1, descriptions: 1)
            let third = try story.picture()
            #expect(Set([first, second, third]).count == 3)
            try await story.run("image", "undo", "posts/a.md")
            try await story.settles()
            #expect(try story.picture() == second)
            try await story.run("image", "undo", "posts/a.md")
            try await story.settles()
            #expect(try story.picture() == first)
            let alt = try #require(firstHTML.range(of: #"alt="[^"]*""#, options: .regularExpression)).lowerBound
            #expect(try story.site.page("posts/a/index.html").contains(firstHTML[alt...].prefix(30)))
            let end = try await story.run("image", "undo", "posts/a.md", status: 1)
            #expect(
                end.standardError == "error: posts/a.md#hero has shown no other picture before [choice-impossible]\n")
            let history = try await story.run("image", "history", "posts/a.md", "--format", "json")
            let lines = try #require(VendorJSON(Array(history.standardOutput.utf8))?["history"])
            #expect((0..<5).map { lines[$0]?["event"]?.string } == ["made", "regenerated", "made", "undone", "undone"])
        },
        Row("two candidates, then four, in one of two posts that share a recipe") { story in
            try story.site.post("a", "{ prompt: A fox, candidates: 2 }")
            try story.site.post("b", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let picture = try story.picture()
            #expect(try story.picture("posts/b/index.html") == picture)
            try story.site.post("a", "{ prompt: A fox, candidates: 4 }")
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("make  posts/a.md#hero  2 more candidates"))
            try await story.run("build", pictures: 1)
            #expect(try await story.slot()["candidates"]?[3]?["number"]?.integer == 4)
            #expect(try await story.slot()["candidates"]?[4] == nil)
            #expect(try story.picture() == picture)
            try await story.settles()
            try await story.run("image", "pick", "posts/b.md", "3")
            try await story.run("build", descriptions: 1)
            #expect(try story.picture() == picture)
            #expect(try story.picture("posts/b/index.html") != picture)
            try await story.run("image", "make", "--slot", "posts/b.md", "--candidates", "4")
            try await story.run("image", "make", "--slot", "posts/b.md", "--candidates", "5", pictures: 1)
            try await story.settles()
        },
        Row("a picture made by hand for one of two new posts that share a recipe") { story in
            try story.site.post("a", "A fox")
            try story.site.post("b", "A fox")
            try await story.run("image", "regenerate", "posts/b.md", pictures: 1, descriptions: 1)
            try await story.run("image", "make", "--slot", "posts/b.md", "--candidates", "2", pictures: 1)
            try await story.run("build")
            try await story.settles()
        },
        Row("an alt text edited in the lock by hand, then the lock lost") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let text = try #require(try await story.slot()["alts"]?[0]?["text"]?.string)
            let lock = try story.site.folder.read("frontis.lock")
            try story.site.folder.write("frontis.lock", lock.replacing(text, with: "My own words"))
            try await story.settles()
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"My own words\""))
            try story.site.folder.remove("frontis.lock")
            try await story.settles()
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"My own words\""))
        },
        Row("alt set, list and redo") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let set = try await story.run("alt", "set", "posts/a.md", "A fox looks <up>")
            #expect(set.standardOutput == "posts/a.md#hero  en  reviewed  A fox looks <up>\n")
            try await story.settles()
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"A fox looks &lt;up&gt;\""))
            try await story.run("alt", "redo", "posts/a.md", descriptions: 1)
            let list = try await story.run("alt", "list")
            #expect(list.standardOutput.hasPrefix("posts/a.md#hero  en  model  Test picture"))
            try await story.settles()
        },
    ]

    // MARK: What changes round a picture

    private static let ink = "styles:\n  ink: { prefix: \"Ink drawing of\" }\n  oil: { prefix: \"Oil painting of\" }\n"

    private static let changes = [
        Row("a style changed, then regenerated", configuration: ink) { story in
            try story.site.post("a", "{ prompt: A fox, style: ink }")
            try story.site.post("b", "A bear")
            try await story.run("build", pictures: 2, descriptions: 2)
            let configuration = try story.site.folder.read("frontis.yaml")
            try story.site.write("frontis.yaml", configuration.replacing("Ink drawing of", with: "Ink and wash of"))
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("keep  posts/a.md#hero  kept, but stale: style 'ink' changed"))
            try await story.settles()
            #expect(try await story.slot()["state"]?.string == "stale")
            try await story.run("image", "regenerate", "--stale", pictures: 1, descriptions: 1)
            #expect(try await story.slot()["state"]?.string == "kept")
            try await story.settles()
            try await story.run("image", "regenerate", "--stale")
        },
        Row("a title used in a prompt edited") { story in
            try story.site.write("content/posts/a.md", "---\ntitle: Douro\nai-image: 'A river, {{title}}'\n---\nText.\n")
            try await story.run("build", pictures: 1, descriptions: 1)
            try story.site.write("content/posts/a.md", "---\ntitle: Minho\nai-image: 'A river, {{title}}'\n---\nText.\n")
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("stale: title or description in its prompt changed"))
            try await story.settles()
        },
        Row("a provider renamed in the configuration, with a post that pins it") { story in
            try story.site.post("a", "{ prompt: A fox, provider: art }")
            try story.site.post("b", "A bear")
            try await story.run("build", pictures: 2, descriptions: 2)
            let configuration = try story.site.folder.read("frontis.yaml")
            try story.site.write("frontis.yaml", configuration.replacing("art", with: "paint"))
            try story.site.post("a", "{ prompt: A fox, provider: paint }")
            let plan = try await story.run("plan", environment: [:])
            #expect(plan.standardOutput.contains("keep  posts/b.md#hero  kept, although images.provider is 'paint' now"))
            try await story.settles()
        },
        Row("the default model changed") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let configuration = try story.site.folder.read("frontis.yaml")
            try story.site.write(
                "frontis.yaml", configuration.replacing("model: gpt-image-2,", with: "model: gpt-image-1-mini,"))
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("kept, although the model is 'gpt-image-1-mini' now"))
            try await story.settles()
        },
        Row("a pin to the model that made it, to another, and none") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let first = try story.picture()
            try story.site.post("a", "{ prompt: A fox, model: gpt-image-2 }")
            try await story.settles()
            try story.site.post("a", "{ prompt: A fox, model: gpt-image-1-mini }")
            let plan = try await story.run("plan", "--exit-code", status: 2)
            #expect(
                plan.standardOutput.contains(
                    "make  posts/a.md#hero  the candidate has not the pinned model 'gpt-image-1-mini'"))
            try await story.run("build", pictures: 1, descriptions: 1)
            let second = try story.picture()
            #expect(second != first)
            try story.site.post("a", "A fox")
            try await story.settles()
            #expect(try story.picture() == second)
        },
        Row("pattern, then a vendor, then pattern") { story in
            let paid = try story.site.folder.read("frontis.yaml")
            try story.site.write("frontis.yaml", paid.replacing("provider: art", with: "provider: pattern"))
            try story.site.post("a", "A fox")
            try await story.run("build")
            #expect(!story.site.folder.exists("frontis.lock"))
            try story.site.write("frontis.yaml", paid)
            try await story.run("build", pictures: 1, descriptions: 1)
            let picture = try story.picture()
            try story.site.write("frontis.yaml", paid.replacing("provider: art", with: "provider: pattern"))
            try await story.settles()
            #expect(try story.picture() == picture)
        },
        Row("a reference picture edited") { story in
            try story.site.folder.write("content/posts/ref.png", TestPNG(width: 64, height: 64, text: "one").bytes)
            try story.site.post("a", "{ prompt: A fox, reference: [ref.png] }")
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.settles()
            try story.site.folder.write("content/posts/ref.png", TestPNG(width: 64, height: 64, text: "two").bytes)
            let plan = try await story.run("plan")
            #expect(plan.standardOutput.contains("make  posts/a.md#hero  a reference picture changed"))
            try await story.run("build", pictures: 1, descriptions: 1)
            try await story.settles()
        },
    ]

    // MARK: Prompts that are written

    private static let prompts = [
        Row("a prompt written once, the post edited, renamed, edited and renamed again, the lock lost") { story in
            try story.site.post("a", "auto", body: "A fox crosses the yard.")
            let plan = try await story.run("plan", "--exit-code", status: 2)
            #expect(plan.standardOutput.contains("make  posts/a.md#hero  prompt to be written (art, gpt-image-2, about $0.04"))
            try await story.run("build", pictures: 1, descriptions: 1, prompts: 1)
            let picture = try story.picture()
            #expect(try story.site.folder.read("frontis.lock").contains("\"written\": \"Test scene "))
            try await story.settles()
            try story.site.post("a", "auto", body: "A fox crosses the yard at night.")
            try await story.settles()
            for (old, new) in [("a", "b"), ("b", "c")] {
                try FileManager.default.moveItem(
                    atPath: story.site.folder.path("content/posts/\(old).md"),
                    toPath: story.site.folder.path("content/posts/\(new).md"))
                try await story.settles()
                let text = try story.site.folder.read("content/posts/\(new).md")
                try story.site.write("content/posts/\(new).md", text + "And another line.\n")
                try await story.settles()
                #expect(try story.picture("posts/\(new)/index.html") == picture)
            }
            try story.site.folder.remove("frontis.lock")
            try await story.settles()
            #expect(try story.picture("posts/c/index.html") == picture)
        },
        Row("auto, then words, then auto again; and free where pictures are") { story in
            try story.site.post("a", "auto")
            try await story.run("build", pictures: 1, descriptions: 1, prompts: 1)
            let picture = try story.picture()
            try story.site.post("a", "A bear")
            try await story.run("build", pictures: 1, descriptions: 1)
            try story.site.post("a", "auto")
            try await story.settles()
            #expect(try story.picture() == picture)
            let paid = try story.site.folder.read("frontis.yaml")
            try story.site.write("frontis.yaml", paid.replacing("provider: art", with: "provider: pattern"))
            try story.site.post("b", "auto", body: "Another one.")
            try await story.run("build")
        },
        Row("two posts that cannot be told apart share a prompt and a picture") { story in
            for name in ["a", "b"] {
                try story.site.write("content/posts/\(name).md", "---\ntitle: Same\nai-image: auto\n---\nText.\n")
            }
            try await story.run("build", pictures: 1, descriptions: 1, prompts: 1)
            try await story.settles()
        },
        Row("a prompt that is refused is an error at its line") { story in
            try story.site.post("a", "auto")
            story.vendor.always(.prompt, .refused)
            let run = try await story.run("build", prompts: 1, status: 1)
            #expect(run.standardError.hasPrefix("content/posts/a.md:4:11: error: the prompt of posts/a.md#hero was not written: "))
        },
    ]

    // MARK: What fails

    private static let failures = [
        Row("a refused prompt built ten times") { story in
            try story.site.post("a", "A fox")
            story.vendor.always(.images, .refused)
            try await story.run("build", pictures: 1, status: 1)
            for _ in 1...9 {
                let run = try await story.run("build", status: 1)
                #expect(run.standardError.contains("refused this picture on 2026-06-01"))
            }
            let plan = try await story.run("plan", status: 1)
            #expect(plan.standardOutput.contains("blocked  posts/a.md#hero  refused on 2026-06-01 by 'art': "))
            try await story.run("build", "--retry-failed", pictures: 1, status: 1)
            story.vendor.always(.images, .normal)
            try story.site.post("a", "A tame fox")
            try await story.run("build", pictures: 1, descriptions: 1)
        },
        Row("a run cut by a dead key half way, then mended") { story in
            for number in 1...6 { try story.site.post("post-\(number)", "Number \(number)") }
            let dead = Behaviour.status(
                401, body: "{\"error\":{\"message\":\"Incorrect API key\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_api_key\"}}")
            try story.site.write(
                "frontis.yaml", try story.site.folder.read("frontis.yaml") + "alt: { require: none }\n")
            story.vendor.always(.images) { _, count in count > 3 ? dead : .normal }
            _ = try await ProgramRun.run(
                ["build"], in: story.site.folder.path, environment: ["ART_KEY": SiteUnderTest.key])
            story.vendor.always(.images, .normal)
            let stored = try FileManager.default.subpathsOfDirectory(
                atPath: story.site.folder.path(".frontis/store/v1/objects")
            ).filter { $0.count > 10 }.count
            #expect(stored >= 3)
            let before = story.vendor.requests(.images).count
            let run = try await ProgramRun.run(
                ["build"], in: story.site.folder.path, environment: ["ART_KEY": SiteUnderTest.key])
            #expect(run.status == 0, "\(run.standardError)")
            #expect(story.vendor.requests(.images).count - before == 6 - stored)
        },
        Row("a lock with conflict markers") { story in
            try story.site.post("a", "A fox")
            try await story.run("build", pictures: 1, descriptions: 1)
            let lock = try story.site.folder.read("frontis.lock")
            try story.site.folder.write(
                "frontis.lock", "<<<<<<< ours\n" + lock + "=======\n" + lock + ">>>>>>> theirs\n")
            try story.site.post("b", "A bear")
            let run = try await story.run("build", status: 1)
            #expect(run.standardError.contains("frontis.lock:1:1: error: the lock has a merge conflict in it"))
            try await story.run("image", "pick", "posts/a.md", "1", status: 1)
        },
    ]
}
