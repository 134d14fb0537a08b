import FrontisText
import FrontisGallery
import ArgumentParser
import FrontisBuild

struct ImagePruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Take slots and alt texts out of the lock that no page has any more.",
        discussion: "Drafts and future posts count as pages. The pictures stay in the store.")

    @Flag(help: "Only say what would be taken out.")
    var dryRun = false

    @OptionGroup var options: SlotOptions

    func run() async throws {
        let answer = await PictureChoices(options: options.buildOptions).prune(isDryRun: dryRun)
        try options.show(answer) { "\($0.slot)\n" }
        guard options.common.format == .text, !options.common.quiet else { return }
        // Texts of the site's own pictures have no prompt.
        let texts = answer.slots.filter(\.prompt.isEmpty).count
        let slots = answer.slots.count - texts
        let counts = [
            slots > 0 || texts == 0 ? Plural.text(slots, "slot") : nil,
            texts > 0 ? Plural.text(texts, "alt text") : nil,
        ]
        let what = counts.compactMap { $0 }.joined(separator: " and ")
        Terminal(quiet: false).result("\(what) \(dryRun ? "would be taken" : "taken") out of frontis.lock\n")
    }
}
