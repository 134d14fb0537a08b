import ArgumentParser
import Foundation
import FrontisBuild
import FrontisCore
import FrontisGallery
import FrontisServe

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the site in a browser while you work on it.",
        discussion: """
            Builds into a folder of its own, never into public, and keeps open pages up to date. Drafts, future and \
            expired posts are shown and marked. Pictures that are missing are drawn: nothing is sent or paid for. Only \
            this machine is answered, unless --host says otherwise. Ctrl-C ends it.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Port. (default: the first free one from 4000 on)", valueName: "number"))
    var port: Int?

    @Option(help: ArgumentHelp("Address to listen at; 0.0.0.0 for a phone in the same network.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp("A name by which it may be asked for, too, such as that of a tunnel.", valueName: "name"))
    var allowHost: [String] = []

    @Flag(help: "Open the site in the browser.")
    var open = false

    @Flag(help: "Show only what is published.")
    var published = false

    @Option(
        help: ArgumentHelp(
            "What opens files that a message in a page names. (default: the terminal's, else vscode)", valueName: "name"
        ))
    var editor: EditorLink?

    @Option(help: ArgumentHelp("Build as if it were this time.", valueName: "ISO 8601"))
    var now: TimeArgument?

    @Flag(help: "Look for changes twice a second. For folders that other machines write to.")
    var poll = false

    @Option(help: .hidden)
    var output: String?

    func validate() throws {
        if output != nil {
            throw ValidationError(
                "serve has an output of its own, with drafts and drawn pictures in it; what is published is made by build."
            )
        }
        if let port, !(0...65535).contains(port) { throw ValidationError("--port must be from 1 to 65535.") }
        for name in allowHost where Visitors.name(name) == nil {
            throw ValidationError(
                "--allow-host '\(name)' is no name of a server as browsers send it, such as blog.example or xn--….")
        }
        if common.format == .json { throw ValidationError("serve has no result that --format json could print.") }
    }

    func run() async throws {
        let terminal = common.terminal
        var buildOptions = common.buildOptions
        (buildOptions.drafts, buildOptions.future, buildOptions.expired) = (!published, !published, !published)
        buildOptions.now = now?.date
        var settings = SiteServer.Settings(host: host, port: port)
        settings.allowedHosts = allowHost
        settings.editor = editor ?? EditorLink.likely(ProcessInfo.processInfo.environment)
        settings.looks = poll
        let server = SiteServer(options: buildOptions, plugins: FrontisProgram.plugins, settings: settings)
        let (opens, isQuiet) = (open, common.quiet)
        let failure = try await Interruption.watch(terminal, saying: nil, within: .seconds(2)) {
            () -> SiteServer.Failure? in
            do throws(SiteServer.Failure) {
                try await server.run {
                    terminal.note("note: \($0)\n")
                } serving: { addresses in
                    if !isQuiet { Self.welcome(addresses, terminal) }
                    if opens, let first = addresses.first { Browser.open(first, terminal) }
                } perform: { work in
                    await terminal.drawing(work)
                } built: { result, isNews in
                    if isNews { Self.show(result, terminal, isQuiet: isQuiet) }
                }
                return nil
            } catch {
                return error
            }
        }
        guard let failure else { return }
        terminal.note("error: \(failure.summary)\n" + (failure.help.map { "  help: \($0)\n" } ?? ""))
        throw ExitCode(1)
    }

    private static func welcome(_ addresses: [String], _ terminal: Terminal) {
        let others = addresses.dropFirst()
        terminal.result("Serving \(addresses.first ?? "") until Ctrl-C\n")
        for address in others { terminal.result("    and \(address)\n") }
        // For a phone's camera; the first address is this machine's own.
        guard isatty(STDOUT_FILENO) == 1, let code = others.first.flatMap({ QRCode($0) }) else { return }
        terminal.raw(code.terminalText)
    }

    private static func show(_ result: Build.Result, _ terminal: Terminal, isQuiet: Bool) {
        terminal.show(result.diagnostics, all: false)
        guard !isQuiet else { return }
        let hasErrors = result.diagnostics.hasErrors
        let outcome = hasErrors ? "Not built, pages are as they were" : "Built"
        terminal.result("\(outcome): \(result.report.summary(hasErrors: hasErrors))\n")
    }
}

extension EditorLink: ExpressibleByArgument {}

/// The system's way of opening an address.
enum Browser {
    static func open(_ address: String, _ terminal: Terminal) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        #if os(macOS)
            process.arguments = ["open", address]
        #else
            process.arguments = ["xdg-open", address]
        #endif
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        let words = "note: no browser could be opened; the address is \(address)\n"
        process.terminationHandler = { if $0.terminationStatus != 0 { terminal.note(words) } }
        do { try process.run() } catch { terminal.note(words) }
    }
}
