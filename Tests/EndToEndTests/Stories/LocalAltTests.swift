import Foundation
import FrontisTestSupport
import Testing

/// `alt: { describe: all }`: the site's own pictures are described as made ones are, once.
@Suite struct LocalAltTests {
    private func story(_ alt: String = "describe: all", _ body: (Story) async throws -> Void) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            try await body(try Story(vendor, configuration: "alt: { \(alt) }\n"))
        }
    }

    private func photo(_ name: String) -> [UInt8] { TestPNG(width: 64, height: 48, text: name).bytes }

    private func said(_ name: String, _ language: String = "en") -> String {
        OpenAIVendor.altText(of: photo(name), language: language)
    }

    /// A post that shows `photo.png`, which stands beside it.
    private func post(_ story: Story, _ name: String = "a", photo text: String = "pier", alt: String = "") throws {
        try story.site.post(name, nil, body: "![\(alt)](photo.png)")
        try story.site.folder.write("content/posts/photo.png", photo(text))
    }

    @Test func everyPlaceWithoutWordsGetsThem() async throws {
        try await story { story in
            let site = story.site
            try site.post(
                "a", nil,
                body: """
                    ![](photo.png)

                    <p><img src="raw.png"> <img src="line.png" alt=""></p>

                    ![Mine](mine.png) ![](drawing.svg) ![](https://e.org/y.png) ![](/pictures/boat.png?v=2)
                    """, extra: "hero: hero.png\n")
            for name in ["photo", "raw", "line", "mine", "hero"] { try site.folder.write("content/posts/\(name).png", photo(name)) }
            try site.write("content/posts/drawing.svg", #"<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>"#)
            try site.folder.write("static/pictures/boat.png", photo("boat"))
            let plan = try await story.run("plan", "--exit-code", status: 2)
            #expect(plan.standardOutput.hasPrefix("4 alt texts for local pictures, about $0.0023, at most $0.02"))
            #expect(!site.folder.exists(".frontis"))
            let build = try await story.run("build", "--format", "json", descriptions: 4)
            let html = try site.page("posts/a/index.html")
            for (file, words) in [
                ("photo.png", said("photo")), ("raw.png", said("raw")), ("hero.png", said("hero")), ("line.png", ""), ("mine.png", "Mine"),
                ("drawing.svg", ""),
            ] {
                #expect(html.contains("src=\"/posts/a/\(file)\" alt=\"\(words)\"") || html.contains("src=\"/posts/\(file)\" alt=\"\(words)\""), "\(file): \(html)")
            }
            #expect(html.contains("src=\"/pictures/boat.png?v=2\" alt=\"\(said("boat"))\""))
            let report = try #require(VendorJSON(Array(build.standardOutput.utf8)))
            #expect(report["alts"]?["made"]?.integer == 4)
            #expect(build.standardError.components(separatedBy: "[alt-missing]").count == 3)
            for left in ["drawing.svg", "https://e.org/y.png"] { #expect(build.standardError.contains("picture '\(left)' has no alt text [alt-missing]")) }
            let plannedAgain = try await story.run("plan", "--exit-code")
            #expect(plannedAgain.standardOutput == "No page asks for a picture.\n")

            let times = try site.folder.modificationTimes(of: "public")
            try await story.settles()
            #expect(try site.folder.modificationTimes(of: "public") == times)
        }
    }

    @Test func withoutTheSettingTheyAreLeftAlone() async throws {
        try await story("require: any") { story in
            try post(story)
            let build = try await story.run("build")
            #expect(build.standardError.contains("content/posts/a.md:5:5: warning: picture 'photo.png' has no alt text [alt-missing]"))
            #expect(!story.site.folder.exists("frontis.lock"))
            let list = try await story.run("alt", "list")
            #expect(list.standardOutput == "")
            let set = try await story.run("alt", "set", "posts/a.md#photo.png", "A pier.", status: 1)
            #expect(
                set.standardError == """
                    error: no page shows the picture 'posts/a.md#photo.png' [slot-unknown]
                      help: a picture of your own has its text in the page; alt: { describe: all } in frontis.yaml has it described

                    """)
        }
    }

    @Test func onePhotoIsDescribedOnceInEachLanguage() async throws {
        try await story { story in
            for name in ["a", "b", "a.pt"] { try post(story, name) }
            // A copy of the file is the same picture.
            try story.site.post("c", nil, body: "![](other/copy.png)")
            try story.site.folder.write("content/posts/other/copy.png", photo("pier"))
            try await story.run("build", descriptions: 2)
            for page in ["posts/a", "posts/b", "posts/c", "pt/posts/a"] {
                let language = page.hasPrefix("pt") ? "pt" : "en"
                #expect(try story.site.page(page + "/index.html").contains("alt=\"\(said("pier", language))\""), "\(page)")
            }
            let image = try await digest("content/posts/photo.png", story)
            #expect(
                try story.site.folder.read("frontis.lock") == """
                    {
                      "alts": {
                        "content/posts/other/copy.png#en": {
                          "image": "\(image)",
                          "source": "model",
                          "text": "\(said("pier"))"
                        },
                        "content/posts/photo.png#en": {
                          "image": "\(image)",
                          "source": "model",
                          "text": "\(said("pier"))"
                        },
                        "content/posts/photo.png#pt": {
                          "image": "\(image)",
                          "source": "model",
                          "text": "\(said("pier", "pt"))"
                        }
                      },
                      "images": {},
                      "version": 1
                    }

                    """)
            try await story.settles()
        }
    }

    private func digest(_ path: String, _ story: Story) async throws -> String {
        let run = try await ProgramRun.run(
            program: "/usr/bin/env", ["sha256sum", path], in: story.site.folder.path, environment: ["PATH": "/usr/bin:/bin"])
        return String(run.standardOutput.prefix(64))
    }

    @Test func aChangedPhotoHasAnotherText() async throws {
        try await story { story in
            try post(story)
            try await story.run("build", descriptions: 1)
            try post(story, photo: "storm")
            try await story.run("build", descriptions: 1)
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"\(said("storm"))\""))
            #expect(!(try story.site.folder.read("frontis.lock")).contains(said("pier")))
            try await story.settles()
            // The old one comes back with its text.
            try post(story)
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"\(said("pier"))\""))
        }
    }

    @Test func theAuthorsWordsStandOverEverything() async throws {
        try await story { story in
            try post(story)
            try await story.run("build", descriptions: 1)
            try post(story, alt: "A pier at dusk")
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"A pier at dusk\""))
            let list = try await story.run("alt", "list")
            #expect(list.standardOutput == "posts/a.md#photo.png  en  author  A pier at dusk\n")
            let set = try await story.run("alt", "set", "posts/a.md#photo.png", "Else", status: 1)
            #expect(set.standardError.contains("the alt text of posts/a.md#photo.png stands in its page, over what is written here"))
            let pruned = try await story.run("image", "prune")
            #expect(pruned.standardOutput == "content/posts/photo.png#en\n1 alt text taken out of frontis.lock\n")
            #expect(try story.site.folder.read("frontis.lock") == "{\n  \"images\": {},\n  \"version\": 1\n}\n")
            try post(story)
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"\(said("pier"))\""))
        }
    }

    @Test func lockOrStoreAloneIsEnough() async throws {
        try await story { story in
            try post(story)
            try await story.run("build", descriptions: 1)
            let folder = story.site.folder
            let (lock, store) = (try folder.read("frontis.lock"), try folder.tree(of: ".frontis/store/v1/alts"))
            try folder.remove("frontis.lock")
            try await story.run("build")
            #expect(try folder.read("frontis.lock") == lock)

            try folder.remove(".frontis")
            try folder.remove("public")
            try await story.run("build", environment: ["CI": "true"])
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"\(said("pier"))\""))
            try await story.run("build", "--no-frozen", "--retry-failed")
            #expect(try folder.tree(of: ".frontis/store/v1/alts").keys == store.keys)

            // What a person has written into the lock stands.
            try folder.write("frontis.lock", lock.replacingOccurrences(of: said("pier"), with: "A long pier."))
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"A long pier.\""))
            try folder.remove("frontis.lock")
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"A long pier.\""))
        }
    }

    @Test(arguments: [("none", "warning", Int32(0)), ("any", "error", 1)])
    func aFrozenRunAsksForNothing(require: String, severity: String, status: Int32) async throws {
        try await story("describe: all, require: \(require)") { story in
            try post(story)
            let build = try await story.run("build", status: status, environment: ["CI": "true"])
            #expect(
                build.standardError.contains(
                    """
                    content/posts/a.md:5:5: \(severity): posts/a.md#photo.png has no alt text in 'en': this run sends nothing [alt-not-made]
                      5 | ![](photo.png)
                        |     ^~~~~~~~~
                        help: write it yourself: ![…](photo.png)

                    """), "\(build.standardError)")
            #expect(!build.standardError.contains("alt-missing"))
            #expect(!story.site.folder.exists("frontis.lock"))
            let plan = try await story.run("plan", "--exit-code", environment: ["CI": "true"])
            #expect(plan.standardOutput == "No page asks for a picture.\n")
            try await story.run("build", "--no-frozen", descriptions: 1)
        }
    }

    @Test func aRefusalIsAFindingAtThePicture() async throws {
        try await story { story in
            try story.site.post("a", nil, body: "Text.", extra: "cover:\n  image: photo.png\n")
            try story.site.folder.write("content/posts/photo.png", photo("pier"))
            story.vendor.script(.chat, [.refused])
            let build = try await story.run("build", descriptions: 1)
            #expect(build.standardError.contains("content/posts/a.md:5:10: warning: posts/a.md#photo.png has no alt text in 'en': describer 'art': "), "\(build.standardError)")
            #expect(build.standardError.contains("[alt-not-made]\n  5 |   image: photo.png\n"))
            // It was paid for, so that no run asks again by itself.
            try await story.run("build")
            try await story.run("alt", "redo", "posts/a.md#photo.png", descriptions: 1)
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"\(said("pier"))\""))
            try await story.settles()
        }
    }

    @Test func aBrokenRuleIsFoundInAModelsText() async throws {
        try await story { story in
            try post(story)
            story.vendor.always(.chat, .text(#"{"alt": "Photo of a pier", "decorative": false}"#))
            let build = try await story.run("build", descriptions: 2)
            #expect(
                build.standardError.contains(
                    """
                    content/posts/a.md:5:5: warning: posts/a.md#photo.png: the alt text in 'en' begins with 'Photo of' [alt-prefix]
                      5 | ![](photo.png)
                        |     ^~~~~~~~~
                        help: it is: Photo of a pier
                              begin with what is seen: that it is a picture is said by every screen reader; your own words stand over it: ![…](photo.png)

                    """), "\(build.standardError)")
        }
    }

    @Test func aPersonAcceptsAndWrites() async throws {
        try await story("describe: all, require: reviewed") { story in
            try post(story)
            let build = try await story.run("build", descriptions: 1, status: 1)
            #expect(
                build.standardError.contains(
                    """
                    content/posts/a.md:5:5: error: posts/a.md#photo.png: nobody has accepted the alt text in 'en' that a model wrote [alt-unreviewed]
                      5 | ![](photo.png)
                        |     ^~~~~~~~~
                        help: it is: \(said("pier"))
                              look at the picture, then accept it: frontis alt accept posts/a.md#photo.png
                              or set its source to "reviewed" in frontis.lock, or write your own: ![…](photo.png)

                    """), "\(build.standardError)")
            let accepted = try await story.run("alt", "accept", "--all")
            #expect(accepted.standardOutput == "posts/a.md#photo.png  en  reviewed  \(said("pier"))\n")
            try await story.run("build")
            try await story.settles()

            let written = try await story.run("alt", "set", "content/posts/a.md#photo.png", " A  pier. ")
            #expect(written.standardOutput == "posts/a.md#photo.png  en  reviewed  A pier.\n")
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html").contains("alt=\"A pier.\""))
            try await story.run("alt", "set", "posts/a.md#photo.png", "")
            try await story.run("build")
            #expect(try story.site.page("posts/a/index.html").contains("src=\"/posts/a/photo.png\" alt=\"\""))
            let list = try await story.run("alt", "list")
            #expect(list.standardOutput == "posts/a.md#photo.png  en  decorative\n")
            try story.site.folder.remove(".frontis")
            let clone = try await story.run("build", environment: ["CI": "true"])
            #expect(clone.standardError == "")
        }
    }

    @Test func redoAsksOnceAndOtherCommandsDoNotKnowIt() async throws {
        try await story { story in
            try post(story)
            try post(story, "b")
            try story.site.post("c", "A fox")
            try await story.run("build", pictures: 1, descriptions: 2)
            story.vendor.script(.chat, [.text(#"{"alt": "A pier in fog.", "decorative": false}"#)])
            let redone = try await story.run("alt", "redo", "posts/b.md#photo.png", descriptions: 1)
            #expect(redone.standardOutput == "posts/b.md#photo.png  en  model  A pier in fog.\n")
            try await story.run("build")
            for page in ["a", "b"] { #expect(try story.site.page("posts/\(page)/index.html").contains("alt=\"A pier in fog.\"")) }
            let frozen = try await story.run("alt", "redo", "posts/b.md#photo.png", status: 1, environment: ["CI": "true"])
            #expect(frozen.standardError.contains("[picture-frozen]"))
            let pictures = try await story.run("image", "list", "--no-pictures")
            #expect(!pictures.standardOutput.contains("photo.png"))
            let again = try await story.run("image", "regenerate", "posts/b.md#photo.png", status: 1)
            #expect(again.standardError.contains("error: no page has the slot 'posts/b.md#photo.png'"))
            let unknown = try await story.run("alt", "list", "posts/b.md#foto.png", status: 1)
            #expect(
                unknown.standardError == """
                    error: no page shows the picture 'posts/b.md#foto.png'; did you mean 'posts/b.md#photo.png'? [slot-unknown]
                      help: 'frontis alt list' names them all

                    """)
            try await story.settles()
        }
    }

    @Test func aPictureThatIsNoneIsLeftAlone() async throws {
        try await story { story in
            try story.site.post("a", nil, body: "![](gone.png) ![](page.png) ![](film.mp4)")
            try story.site.write("content/posts/page.png", "<!doctype html><p>")
            try story.site.write("content/posts/film.mp4", "film")
            let build = try await story.run("build")
            #expect(build.standardError.components(separatedBy: "[alt-missing]").count == 4)
        }
    }
}
