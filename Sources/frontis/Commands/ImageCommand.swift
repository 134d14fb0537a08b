import ArgumentParser

struct ImageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Make and manage pictures.", subcommands: [ImageMakeCommand.self])
}
