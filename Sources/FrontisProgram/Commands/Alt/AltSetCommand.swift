import FrontisGallery
import ArgumentParser
import FrontisBuild

struct AltSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Write the alt text of the picture that a slot shows.",
        discussion: "An empty text says that the picture is decorative.")

    @Argument(help: "Such as posts/night-train.md#hero.")
    var slot: String

    @Argument(help: "What the picture shows.")
    var text: String

    @Option(help: ArgumentHelp("Language of the text. (default: the page's)", valueName: "tag"))
    var language: String?

    @OptionGroup var options: SlotOptions

    func run() async throws {
        let answer = await AltChoices(options: options.buildOptions).set(slot, text, language: language)
        try options.show(answer) { $0.altText() }
    }
}
