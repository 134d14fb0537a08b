import FrontisGallery
import ArgumentParser
import FrontisBuild

struct AltListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the alt texts of all slots, and whose words they are.")

    @Argument(
        help: ArgumentHelp("Slots such as posts/night-train.md#hero; all where none is named.", valueName: "slot"))
    var slots: [String] = []

    @OptionGroup var options: SlotOptions

    func run() async throws {
        try options.show(await AltChoices(options: options.buildOptions).list(slots)) { $0.altText() }
    }
}
