import FrontisGallery
import FrontisDoctor
import ArgumentParser
import FrontisBuild
import FrontisCore

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look at configuration, credentials and models, and say what is wrong.",
        discussion: """
            Sends nothing and writes nothing. With --online, each provider is asked a question that costs nothing: \
            whether it is there, knows the key, and has the model. Exit status: 0 it will work, 1 something is broken.
            """)

    @OptionGroup var options: CommonOptions

    @Flag(help: "Ask the providers what costs nothing.")
    var online = false

    @Option(help: ArgumentHelp("Act as if it were this time.", valueName: "ISO 8601"))
    var now: TimeArgument?

    func run() async throws {
        let terminal = options.terminal
        var buildOptions = options.buildOptions
        buildOptions.now = now?.date
        let report = await Doctor(options: buildOptions).examine(isOnline: online)
        switch options.format {
        case .json: terminal.result(try report.json() + "\n")
        case .text: terminal.result(report.text(isQuiet: options.quiet))
        }
        if report.errors > 0 { throw ExitCode(1) }
    }
}
