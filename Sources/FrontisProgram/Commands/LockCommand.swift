import ArgumentParser

struct LockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Work on frontis.lock.", subcommands: [LockMergeCommand.self])
}
