import FrontisText
import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct ImageListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the slots: state, who made the picture, when, for how much, where it is.",
        discussion: "In terminals that can, each picture is shown as well, by the program 'chafa'.")

    @Argument(
        help: ArgumentHelp("Slots such as posts/night-train.md#hero; all where none is named.", valueName: "slot"))
    var slots: [String] = []

    @Flag(inversion: .prefixedNo, help: "Show the pictures themselves. (default: in terminals that can)")
    var pictures: Bool?

    @OptionGroup var options: SlotOptions

    func run() async throws {
        let answer = await PictureChoices(options: options.buildOptions).list(slots)
        let viewer = InlinePicture(wanted: pictures)
        if viewer.isMissing {
            Terminal(quiet: false).note("Pictures are shown by 'chafa', which is not installed: apt install chafa\n")
        }
        try options.show(answer) {
            $0.text()
        } picture: { slot in
            slot.file.map { viewer.text(of: options.common.site + "/" + $0) } ?? ""
        }
        guard options.common.format == .text, !options.common.quiet else { return }
        let cost = answer.report.cost
        let total = cost.usd > .zero ? ", \(cost.text)" : ""
        Terminal(quiet: false).result(
            "\(Plural.text(answer.slots.count, "slot"))\(total)\n\(answer.money?.text() ?? "")")
    }
}
