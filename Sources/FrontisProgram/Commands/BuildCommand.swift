import FrontisGallery
import ArgumentParser
import Foundation
import FrontisBuild
import FrontisCore

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.",
        discussion: """
            Makes the pictures that are missing, renders every page and writes what has changed. If anything is an \
            error, the output stays as it was. Exit status: 0 done, 1 the site has errors, 64 wrong usage, 130 interrupted
            (129 as the terminal was closed, 143 as it was told to end): what was made until then is kept.
            """)

    @OptionGroup var options: SiteOptions

    @Flag(help: "Take over an output folder that holds files of somebody else.")
    var force = false

    @Flag(help: "Ask again for what was refused or of no use, and for pictures that are paid for and lost.")
    var retryFailed = false

    @Flag(help: "Say of every file that is made again what has changed for it, and the reason for every picture.")
    var explain = false

    func run() async throws {
        let terminal = options.common.terminal
        var buildOptions = options.buildOptions
        buildOptions.force = force
        buildOptions.retryFailed = retryFailed
        buildOptions.explains = options.verbose || explain
        let result = try await terminal.perform { [buildOptions] progress in
            await Build(options: buildOptions, plugins: FrontisProgram.plugins, progress: progress).run()
        }
        terminal.show(result.diagnostics, all: options.verbose, wayToAll: "-v")
        switch options.common.format {
        case .json: terminal.result(try result.report.json() + "\n")
        case .text:
            if options.verbose || explain { terminal.result(result.pictureReasons) }
            if explain { terminal.result(result.outputReasons) }
            if !options.common.quiet {
                let hasErrors = result.diagnostics.hasErrors
                let left =
                    result.isOutputMixed ? "is partly new until a build comes to its end" : "is as it was"
                let outcome = hasErrors ? "Not built, \(result.output) \(left)" : "Built \(result.output)"
                terminal.result("\(outcome): \(result.report.summary(hasErrors: hasErrors))\n")
            }
        }
        // As returning would, but for giving back all of the site's memory piece by piece.
        withExtendedLifetime(result) { Foundation.exit(result.diagnostics.hasErrors ? 1 : 0) }
    }
}
