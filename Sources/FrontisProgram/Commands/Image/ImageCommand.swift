import ArgumentParser

struct ImageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Make, choose and manage pictures.",
        subcommands: [
            ImageListCommand.self, ImageMakeCommand.self, ImageCompareCommand.self, ImagePickCommand.self,
            ImageKeepCommand.self,
            ImageRegenerateCommand.self, ImageUndoCommand.self, ImageHistoryCommand.self, ImagePruneCommand.self,
        ])
}
