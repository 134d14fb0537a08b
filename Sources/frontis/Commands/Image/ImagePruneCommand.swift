import ArgumentParser
import FrontisBuild

struct ImagePruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Take slots out of the lock that no page has any more.",
        discussion: "Drafts and future posts count as pages. The pictures stay in the store.")

    @Flag(help: "Only say what would be taken out.")
    var dryRun = false

    @OptionGroup var options: SlotOptions

    func run() async throws {
        let answer = await PictureChoices(options: options.buildOptions).prune(isDryRun: dryRun)
        try options.show(answer) { "\($0.slot)\n" }
        guard options.common.format == .text, !options.common.quiet else { return }
        let count = BuildReport.count(answer.slots.count, "slot")
        Terminal(quiet: false).result("\(count) \(dryRun ? "would be taken" : "taken") out of frontis.lock\n")
    }
}
