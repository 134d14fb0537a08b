import ArgumentParser
import Foundation
import FrontisBuild
import FrontisCore

/// Options of the commands that look at slots or choose for them.
struct SlotOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
    var site = "."

    @Option(help: "What is printed on standard output: text, or json for programs.")
    var format = ReportFormat.text

    @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
    var quiet = false

    @Option(help: ArgumentHelp("Act as if it were this time.", valueName: "ISO 8601"))
    var now: PageDate?

    @Flag(
        inversion: .prefixedNo, help: "Have nothing made that costs money. (default: when CI is set)")
    var frozen: Bool?

    func validate() throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: site, isDirectory: &isFolder), isFolder.boolValue else {
            throw ValidationError("There is no folder '\(site)'.")
        }
    }

    var buildOptions: BuildOptions {
        var options = BuildOptions.fromEnvironment
        options.site = site
        options.now = now
        options.isFrozen = frozen ?? BuildOptions.isContinuousIntegration(options.environment)
        return options
    }

    /// Prints findings and slots, and ends with status 1 where something was an error.
    func show(_ answer: PictureChoices.Answer, _ text: (SlotReport) -> String) throws {
        let terminal = Terminal(quiet: quiet)
        terminal.show(answer.diagnostics, withNotes: true)
        switch format {
        case .json: terminal.result(try answer.report.json() + "\n")
        case .text where !quiet: for slot in answer.slots { terminal.result(text(slot)) }
        case .text: break
        }
        try Terminal.exit(for: answer.diagnostics)
    }

    /// As `show`, while what is being made stands on the terminal's last line.
    func showProgress(
        _ work: (@escaping @Sendable (BuildProgress) -> Void) async -> PictureChoices.Answer
    ) async -> PictureChoices.Answer {
        let line = ProgressLine(terminal: Terminal(quiet: quiet))
        let drawing = Task { await line.run() }
        let answer = await work(line.update)
        drawing.cancel()
        await drawing.value
        return answer
    }
}
