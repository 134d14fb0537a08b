import ArgumentParser
import FrontisBuild
import FrontisCore
import FrontisText

struct NewPostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: "Begin a new post.",
        discussion: """
            The file is made of archetypes/SECTION.md or archetypes/default.md of the site, where there is one: {{title}}, \
            {{date}}, {{slug}} and {{section}} in it are replaced, and so is what Hugo's have in their place.
            """)

    @Argument(help: "The post's title.")
    var title: String

    @Option(help: ArgumentHelp("The folder under content/.", valueName: "folder"))
    var section = "posts"

    @Option(help: ArgumentHelp("The file's name, without its ending. (default: made of the title)", valueName: "name"))
    var name: String?

    @Flag(help: "Give the post a folder of its own, for its pictures.")
    var folder = false

    @Option(help: ArgumentHelp("The post's date. (default: now)", valueName: "ISO 8601"))
    var date: TimeArgument?

    @OptionGroup var common: CommonOptions

    func run() throws {
        var order = NewPost(title: title, section: section)
        (order.name, order.hasFolder, order.date) = (name, folder, date?.date)
        let path: String
        do throws(Diagnostic) {
            path = try order.create(options: common.buildOptions)
        } catch {
            common.terminal.show([error], all: true)
            throw ExitCode(1)
        }
        switch common.format {
        case .json: common.terminal.result(try ReportJSON.text(["file": path]) + "\n")
        case .text: common.terminal.result(path + "\n")
        }
    }
}
