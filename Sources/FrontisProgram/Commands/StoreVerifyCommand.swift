import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct StoreVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read everything in the store and the lock, and check it.",
        discussion: "Changes nothing without --repair. Exit status: 0 all is well, 1 something is not.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "Move damaged pictures into quarantine.")
    var repair = false

    func run() async throws {
        let terminal = Terminal(quiet: options.quiet)
        let (report, diagnostics) = await StoreVerifier(options: options.buildOptions).verify(repairs: repair)
        terminal.show(diagnostics, all: false)
        switch options.format {
        case .json: terminal.result(try report.json() + "\n")
        case .text where !options.quiet: terminal.result("Checked \(report.summary())\n")
        case .text: break
        }
        // A warning is a fault, too, to somebody who asks whether there are any.
        if diagnostics.contains(where: { $0.severity != .note }) { throw ExitCode(1) }
    }
}
