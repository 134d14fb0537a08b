import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct ImageCompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Make one prompt with several providers, side by side.",
        discussion: """
            Writes the pictures and a page that shows them all into a new folder, and prints who made what, how fast \
            and for how much. Store and lock stay as they are; in a site, its providers, styles and budget count, and \
            its ledger notes what was paid. Exit status: 0 there are pictures, 1 there is none.
            """)

    @Argument(help: "What the pictures show.")
    var prompt: String

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            "A provider, once for each: art, or art:MODEL. (default: all of frontis.yaml)", valueName: "provider"))
    var contenders: [String] = []

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("A folder that is new or empty.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("Pictures of each.", valueName: "number"))
    var candidates = 1

    @Flag(help: "Have alt texts written, too.")
    var alt = false

    @OptionGroup var money: BudgetOption

    @Option(help: ArgumentHelp("Act as if it were this time.", valueName: "ISO 8601"))
    var now: TimeArgument?

    @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
    var site = "."

    @OptionGroup var picture: PictureOptions
    @OptionGroup var kept: CacheOption

    @Option(help: "What is printed on standard output: text, or json for programs.")
    var format = ReportFormat.text

    @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
    var quiet = false

    func validate() throws {
        try ValidationError.check(path: site, of: "--site")
        try ValidationError.check(path: folder, of: "--output")
        if Recipe.normalized(prompt).isEmpty { throw ValidationError("The prompt is empty.") }
        if !(1...16).contains(candidates) { throw ValidationError("--candidates must be from 1 to 16.") }
        for contender in contenders where PictureComparison.Contender(contender) == nil {
            throw ValidationError("--with '\(contender)' is neither a provider nor provider:model.")
        }
    }

    private var wish: PictureComparison.Wish {
        var wish = PictureComparison.Wish(request: picture.request(prompt))
        wish.candidates = candidates
        wish.describes = alt
        wish.language = picture.language
        return wish
    }

    func run() async throws {
        let terminal = Terminal(quiet: quiet)
        var options = money.apply(to: kept.apply(to: BuildOptions.fromEnvironment))
        options.site = site
        options.now = now?.date
        let named = contenders.compactMap { PictureComparison.Contender($0) }
        let (report, diagnostics) = try await terminal.perform { [options, wish, folder] progress in
            await PictureComparison(options: options, progress: progress).make(wish, with: named, to: folder)
        }
        terminal.show(diagnostics, all: true)
        guard let report else { throw ExitCode(1) }
        switch format {
        case .json: terminal.result(try report.json() + "\n")
        case .text where !quiet: terminal.result(report.text())
        case .text: break
        }
        if !report.hasPictures { throw ExitCode(1) }
    }
}
