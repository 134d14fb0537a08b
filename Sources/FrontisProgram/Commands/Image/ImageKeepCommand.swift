import FrontisGallery
import ArgumentParser
import FrontisBuild

struct ImageKeepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep", abstract: "Accept the picture that a slot has for the prompt or style that it has now.",
        discussion: "For a typo that was mended: nothing is made anew, and nothing is paid.")

    @Argument(help: ArgumentHelp("Such as posts/night-train.md#hero.", valueName: "slot"))
    var slots: [String]

    @OptionGroup var options: SlotOptions

    func run() async throws {
        try options.show(await PictureChoices(options: options.buildOptions).keep(slots)) { $0.text() }
    }
}
