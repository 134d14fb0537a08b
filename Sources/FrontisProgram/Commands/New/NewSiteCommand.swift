import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct NewSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Write a working site into a new folder; the word itself may be left out.")

    @Argument(help: "The folder to make.")
    var dir: String

    func validate() throws {
        try ValidationError.check(path: dir, of: "the folder's name")
        if dir.lowercased().hasSuffix(".md") {
            throw ValidationError(
                "'\(dir)' is the name of a page; a new site takes a folder. A post: frontis new post \"A title\".")
        }
    }

    func run() throws {
        let terminal = Terminal(quiet: false)
        do {
            _ = try NewSite.create(in: dir, from: BuildOptions.fromEnvironment.workingDirectory)
        } catch {
            terminal.show([error], all: false)
            throw ExitCode(1)
        }
        terminal.result(
            """
            Made a site in \(dir).

              cd \(dir)
              frontis serve --open    # shows it in the browser while you write
              frontis build           # writes what is to be published into public/

            Title and address are in frontis.yaml; frontis new post "A title" begins a post.

            """)
    }
}
