import ArgumentParser

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a working site into a new folder, or begin a new post.",
        discussion: "'frontis new my-site' makes a site, 'frontis new post \"A title\"' begins a post.",
        subcommands: [NewSiteCommand.self, NewPostCommand.self])

    /// `frontis new my-site` as it is parsed: with the word that is left out. A site may be called `site`, and in a folder
    /// called `post` it is `./post`.
    static func spelledOut(_ arguments: [String]) -> [String] {
        guard arguments.first == configuration.commandName, arguments.count > 1,
            !["post", "--help", "-h", "--version"].contains(arguments[1])
        else { return arguments }
        return [arguments[0], "site"] + arguments.dropFirst()
    }
}
