import ArgumentParser
// Nothing of it is called: being part of the program, it answers for malloc (docs/decisions.md).
import CMimalloc
import Foundation
import FrontisBuild

/// The program: the list of its commands.
@main
struct Frontis: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontis",
        abstract: "A static site generator that makes a picture for every post, once.",
        version: ProgramVersion.current,
        subcommands: [
            NewCommand.self, BuildCommand.self, PlanCommand.self, ImageCommand.self, AltCommand.self,
            StoreCommand.self,
            LockCommand.self, DoctorCommand.self,
        ])

    static func main() async {
        // Whoever stops reading what is printed must not end what is being paid for.
        signal(SIGPIPE, SIG_IGN)
        CommandNames.check(CommandLine.arguments.dropFirst())
        await main(nil)
    }
}
