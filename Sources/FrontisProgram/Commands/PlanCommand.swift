import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Say what a build would make, and why. Asks for nothing and writes nothing.")

    @OptionGroup var options: SiteOptions

    @Flag(help: "Exit with status 2 when anything would be made.")
    var exitCode = false

    func run() async throws {
        let terminal = options.common.terminal
        let result = await Build(options: options.buildOptions, plugins: FrontisProgram.plugins).plan()
        terminal.show(result.diagnostics, all: options.verbose, wayToAll: "-v")
        switch options.common.format {
        case .json: terminal.result(try result.report.json() + "\n")
        case .text:
            // What could not be read asks for nothing, and that is nothing to say.
            if !result.report.isEmpty || !result.diagnostics.hasErrors { terminal.result(result.report.text()) }
        }
        try Terminal.exit(for: result.diagnostics)
        if exitCode, result.report.makesAnything { throw ExitCode(2) }
    }
}
