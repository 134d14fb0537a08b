import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct StoreInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Say what the store holds and what was spent.")

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let terminal = Terminal(quiet: options.quiet)
        let (report, diagnostics) = await StoreInfo(options: options.buildOptions).read()
        terminal.show(diagnostics, all: false)
        if let report {
            switch options.format {
            case .json: terminal.result(try report.json() + "\n")
            case .text: terminal.result(report.text())
            }
        }
        try Terminal.exit(for: diagnostics)
    }
}
