import ArgumentParser
import FrontisBuild
import FrontisCore
import FrontisGallery
import FrontisText

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the site's pages: drafts, what lies ahead, what has expired, or all.",
        discussion: "Asks for nothing and writes nothing.")

    @Argument(help: ArgumentHelp("all, published, drafts, future or expired.", valueName: "kind"))
    var kind = PageListing.Kind.all

    @Option(help: ArgumentHelp("Look as if it were this time.", valueName: "ISO 8601"))
    var now: TimeArgument?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var options = common.buildOptions
        options.now = now?.date
        let listing: PageListing
        do throws(Diagnostic) {
            listing = try await PageListing.of(kind, options: options)
        } catch {
            common.terminal.show([error], all: true)
            return try Terminal.exit(for: [error])
        }
        common.terminal.show(listing.diagnostics, all: false, wayToAll: "frontis build -v")
        switch common.format {
        case .json: common.terminal.result(try ReportJSON.text(listing.entries) + "\n")
        case .text: common.terminal.result(listing.text)
        }
        try Terminal.exit(for: listing.diagnostics)
    }
}

extension PageListing.Kind: ExpressibleByArgument {}
