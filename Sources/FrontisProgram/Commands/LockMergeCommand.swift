import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct LockMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merge the locks of two branches: a merge driver for git.",
        discussion: """
            git config merge.frontis.driver "frontis lock merge %O %A %B --path %P"

            and in .gitattributes: frontis.lock merge=frontis. The result takes the place of OURS. Exit status: 0 merged, \
            1 a side cannot be read, and OURS is as it was.
            """)

    @Argument(help: "The lock that both began with; may be an empty file.")
    var base: String

    @Argument(help: "Our lock, and where the result goes.")
    var ours: String

    @Argument(help: "Their lock.")
    var theirs: String

    @Option(help: ArgumentHelp("Where the lock belongs; its folder is the site.", valueName: "file"))
    var path = "frontis.lock"

    func run() async throws {
        let terminal = Terminal(quiet: true)
        let merge = LockMerge(path: path, options: BuildOptions.fromEnvironment)
        do {
            try await merge.run(LockMerge.Files(base: base, ours: ours, theirs: theirs))
        } catch {
            terminal.show([error], all: false)
            throw ExitCode(1)
        }
    }
}
