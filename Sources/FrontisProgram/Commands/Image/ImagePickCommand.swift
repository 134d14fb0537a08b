import FrontisGallery
import ArgumentParser
import FrontisBuild

struct ImagePickCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pick", abstract: "Choose which candidate a slot shows. Costs nothing.",
        discussion: "The next build writes the picture's alt text, unless it has one already.")

    @Argument(help: "Such as posts/night-train.md#hero.")
    var slot: String

    @Argument(help: "The candidate's number, or the beginning of its digest.")
    var candidate: String

    @OptionGroup var options: SlotOptions

    func run() async throws {
        try options.show(await PictureChoices(options: options.buildOptions).pick(slot, candidate)) { $0.text() }
    }
}
