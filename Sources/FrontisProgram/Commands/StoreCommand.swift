import ArgumentParser

struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Look after what was paid for.",
        subcommands: [StoreInfoCommand.self, StoreVerifyCommand.self, StoreGCCommand.self])
}
