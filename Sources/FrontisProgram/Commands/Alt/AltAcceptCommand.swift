import FrontisGallery
import ArgumentParser
import FrontisBuild

struct AltAcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept the alt text that a model has written.")

    @Argument(help: ArgumentHelp("Such as posts/night-train.md#hero.", valueName: "slot"))
    var slots: [String] = []

    @Flag(help: "All that nobody has accepted yet.")
    var all = false

    @OptionGroup var options: SlotOptions

    func validate() throws {
        if slots.isEmpty, !all { throw ValidationError("Name the slots, or say --all.") }
    }

    func run() async throws {
        let choices = AltChoices(options: options.buildOptions)
        try options.show(await choices.accept(all ? nil : slots)) { $0.altText() }
    }
}
