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

    @Flag(help: "Build again whenever a file of the site changes, until Ctrl-C.")
    var watch = false

    @Flag(help: "With --watch: look for changes twice a second. For folders that other machines write to.")
    var poll = false

    func validate() throws {
        if poll, !watch { throw ValidationError("--poll goes with --watch.") }
        if watch, options.common.format == .json {
            throw ValidationError("--watch and --format json do not go together.")
        }
    }

    func run() async throws {
        let terminal = options.common.terminal
        var buildOptions = options.buildOptions
        buildOptions.force = force
        buildOptions.retryFailed = retryFailed
        buildOptions.explains = options.verbose || explain
        guard !watch else { return try await watch(buildOptions, terminal) }
        let result = try await terminal.perform { [buildOptions] progress in
            await Build(options: buildOptions, plugins: FrontisProgram.plugins, progress: progress).run()
        }
        try show(result, terminal)
        // As returning would, but for giving back all of the site's memory piece by piece.
        withExtendedLifetime(result) { Foundation.exit(result.diagnostics.hasErrors ? 1 : 0) }
    }

    private func watch(_ buildOptions: BuildOptions, _ terminal: Terminal) async throws {
        let watch = Watch(options: buildOptions, plugins: FrontisProgram.plugins, looks: poll)
        try await Interruption.watch(terminal, saying: nil) {
            await watch.run {
                terminal.note("note: \($0)\n")
            } perform: { work in
                await terminal.drawing(work)
            } built: { result, isNews in
                guard isNews else { return }
                do { try show(result, terminal) } catch { terminal.note("error: \(error)\n") }
            }
        }
    }

    private func show(_ result: Build.Result, _ terminal: Terminal) throws {
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
    }
}
