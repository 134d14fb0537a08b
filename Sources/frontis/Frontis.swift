import ArgumentParser
import FrontisBuild

/// The program: the list of its commands.
@main
struct Frontis: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontis",
        abstract: "A static site generator that makes a picture for every post, once.",
        version: FrontisVersion.current,
        subcommands: [NewCommand.self, BuildCommand.self, PlanCommand.self, ImageCommand.self])
}
