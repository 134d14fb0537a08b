import ArgumentParser

/// The program: the list of its commands.
struct FrontisCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontis",
        abstract: "A static site generator that makes a picture for every post, once.",
        version: ProgramVersion.current,
        subcommands: [
            NewCommand.self, BuildCommand.self, ServeCommand.self, PlanCommand.self, ImageCommand.self, AltCommand.self,
            StoreCommand.self, ListCommand.self, WhyCommand.self,
            LockCommand.self, DoctorCommand.self,
        ])
}
