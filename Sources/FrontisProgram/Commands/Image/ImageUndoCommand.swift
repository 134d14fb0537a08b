import FrontisGallery
import ArgumentParser
import FrontisBuild

struct ImageUndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Give a slot back the picture that it showed before. Costs nothing.")

    @Argument(help: "Such as posts/night-train.md#hero.")
    var slot: String

    @OptionGroup var options: SlotOptions

    func run() async throws {
        try options.show(await PictureChoices(options: options.buildOptions).undo(slot)) { $0.text() }
    }
}
