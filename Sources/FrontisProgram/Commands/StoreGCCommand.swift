import FrontisGallery
import ArgumentParser
import Foundation
import FrontisBuild
import FrontisCore

struct StoreGCCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gc", abstract: "Remove what can be made again for nothing, or what nobody can miss.",
        discussion: """
            Removes drawn art that no page shows, files of locks that nobody holds, temporary files of killed runs and \
            the states of outputs that are gone, each unchanged for an hour. What was paid for stays, unless --quarantine \
            or --originals says otherwise.
            """)

    @OptionGroup var options: CommonOptions

    @Flag(help: "Print what would go, and remove nothing.")
    var dryRun = false

    @Flag(help: "Also empty the quarantine of what is older than --older-than.")
    var quarantine = false

    @Option(help: ArgumentHelp("Age of what leaves the quarantine.", valueName: "days"))
    var olderThan = 30

    @Option(help: ArgumentHelp("Reckon ages as if it were this time.", valueName: "ISO 8601"))
    var now: TimeArgument?

    @Flag(help: "Also remove pictures that were paid for and that neither the lock nor a recipe names.")
    var originals = false

    @Flag(help: "Do not ask before pictures that were paid for are removed.")
    var yes = false

    func validate() throws {
        guard (0...36_500).contains(olderThan) else { throw ValidationError("--older-than must be from 0 to 36500.") }
        if originals, !yes, !dryRun, !Terminal.canAsk {
            throw ValidationError(
                "--originals removes what was paid for: without a terminal to ask on, it needs --yes.")
        }
    }

    func run() async throws {
        let terminal = Terminal(quiet: options.quiet)
        var rules = StoreCleaner.Rules()
        rules.quarantineAge = quarantine ? olderThan : nil
        rules.originals = originals
        let time = now?.date.timestamp ?? options.buildOptions.beginning
        let cleaner = StoreCleaner(options: options.buildOptions, now: time)
        var (items, diagnostics) = await cleaner.find(rules)
        if !dryRun {
            let paid = items.filter { $0.kind == .original }
            if !paid.isEmpty, !yes {
                terminal.note(StoreCleanReport(paid, isDryRun: true, diagnostics: []).text())
                guard terminal.agrees(to: "Remove what was paid for?") else {
                    terminal.note("Nothing was removed.\n")
                    return
                }
            }
            let outcome = await cleaner.remove(items)
            items = outcome.removed
            diagnostics += outcome.diagnostics
        }
        terminal.show(diagnostics, all: false)
        let report = StoreCleanReport(items, isDryRun: dryRun, diagnostics: diagnostics)
        switch options.format {
        case .json: terminal.result(try report.json() + "\n")
        case .text where !options.quiet || dryRun: terminal.result(report.text())
        case .text: break
        }
        try Terminal.exit(for: diagnostics)
    }
}
