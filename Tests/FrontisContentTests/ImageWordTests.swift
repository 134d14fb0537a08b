import FrontisCore
import Testing

@testable import FrontisContent

/// Words that are no description of a picture: buying a picture of the word `no` helps nobody.
@Suite struct ImageWordTests {
    @Test(arguments: [
        "no", "No", "NO", "off", "Off", "false", "FALSE", "\"false\"", "' no '", "none", "None", "\"none\"", "~", "null", "",
    ])
    func noPicture(word: String) throws {
        for text in ["---\nai-image: \(word)\n---\n", "---\nai-images: { map: \(word) }\n---\n"] {
            let (read, printed) = try page(text)
            #expect(printed == [], "\(text)")
            #expect(read?.imageRequests.isEmpty == true, "\(text)")
        }
        guard word.hasPrefix("\"") else { return }
        let (read, printed) = try page("+++\nai-image = \(word)\n+++\n")
        #expect(printed == [])
        #expect(read?.imageRequests.isEmpty == true)
    }

    /// A companion is a picture as well.
    @Test(arguments: ["no", "off", "None", "none", "\"false\"", "~"]) func noDarkPicture(word: String) throws {
        let (read, printed) = try page("---\nai-image: { prompt: A fox, dark: \(word) }\n---\n")
        #expect(printed == [])
        #expect(read?.imageRequests.map { $0.dark == nil } == [true])
    }

    @Test(arguments: ["auto", "Auto", "AUTO", "\" auto \""]) func automatic(word: String) throws {
        for text in ["---\nai-image: \(word)\n---\n", "---\nai-image: { prompt: \(word) }\n---\n"] {
            let (read, printed) = try page(text)
            #expect(printed == [], "\(text)")
            #expect(read?.imageRequests.map(\.isAutomatic) == [true], "\(text)")
            #expect(read?.imageRequests.map(\.prompt.value) == ["auto"], "\(text)")
        }
    }

    @Test(arguments: ["yes", "on", "true", "\"true\"", "Yes"]) func yesSaysNothing(word: String) throws {
        let shown = word.replacing("\"", with: "")
        let (read, printed) = try page("---\nai-image: \(word)\n---\n")
        #expect(read?.imageRequests.isEmpty == true)
        #expect(
            printed.map { $0.split(separator: "\n").first.map(String.init) } == [
                "content/posts/a.md:2:11: error: ai-image must be a prompt, false or a map, not '\(shown)' [ai-image-type]"
            ])
    }

    @Test(arguments: ["yes", "no", "false", "off"]) func inAMapNeitherIsAPrompt(word: String) throws {
        let (read, printed) = try page("---\nai-image: { prompt: \(word) }\n---\n")
        #expect(read?.imageRequests.isEmpty == true)
        #expect(
            printed == [
                """
                content/posts/a.md:2:21: error: the prompt of ai-image must say what the picture shows, not '\(word)' \
                [ai-image-type]
                  2 | ai-image: { prompt: \(word) }
                    |                     ^\(String(repeating: "~", count: word.count - 1))
                    help: for no picture write 'ai-image: false'

                """
            ])
    }

    @Test(arguments: ["A fox", "No", "none of them"].map { "\($0) in the snow" }) func otherWordsArePrompts(words: String) throws {
        let (read, printed) = try page("---\nai-image: \(words)\n---\n")
        #expect(printed == [])
        #expect(read?.imageRequests.map(\.prompt.value) == [words])
    }
}
