import ArgumentParser

struct AltCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alt", abstract: "See and mend alt texts.",
        subcommands: [AltListCommand.self, AltSetCommand.self, AltAcceptCommand.self, AltRedoCommand.self])
}
