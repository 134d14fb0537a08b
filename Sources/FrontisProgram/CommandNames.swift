import ArgumentParser
import Foundation
import FrontisCore

/// The names of commands on the command line, looked at before the parser does: it says "unexpected argument" of one that
/// does not exist, and shows the overview where somebody asks for its help.
enum CommandNames {
    /// Ends the program where a command is named that does not exist.
    static func check(_ arguments: some Sequence<String>) {
        var group: any ParsableCommand.Type = FrontisCommand.self
        var names: [String] = []
        for (index, argument) in arguments.enumerated() {
            let commands = group.configuration.subcommands
            guard !commands.isEmpty else { return }
            if argument.hasPrefix("-") { return check(option: argument, after: names) }
            if index == 0, argument == "help" { continue }
            guard let command = commands.first(where: { $0._commandName == argument }) else {
                return leave(names, because: missing(argument, among: commands.map { $0._commandName }, after: names))
            }
            group = command
            names.append(argument)
        }
    }

    /// Options stand after the command; before it there are two.
    private static func check(option: String, after names: [String]) {
        let known = ["--help", "--version"]
        guard !known.contains(option), let meant = Suggestion.nearest(to: option, among: known) else { return }
        leave(names, because: "Unknown option '\(option)'. Did you mean '\(meant)'?")
    }

    private static func missing(_ name: String, among commands: [String], after names: [String]) -> String {
        let called = (names + [name]).joined(separator: " ")
        let meant = Suggestion.nearest(to: name, among: commands).map {
            "Did you mean '\((names + [$0]).joined(separator: " "))'?"
        }
        return "There is no command '\(called)'. \(meant ?? "There are: \(commands.joined(separator: ", ")).")"
    }

    /// In the words of the parser.
    private static func leave(_ names: [String], because message: String) {
        let help = (["frontis"] + names + ["--help"]).joined(separator: " ")
        Terminal(quiet: false).note("Error: \(message)\n  See '\(help)' for more information.\n")
        exit(ExitCode.validationFailure.rawValue)
    }
}
