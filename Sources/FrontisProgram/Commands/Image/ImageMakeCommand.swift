import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct ImageMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Make one picture, or more candidates for a slot.",
        discussion: """
            With --slot, a slot of the site gets as many candidates as --candidates says, to choose from with \
            'frontis image pick'; what it shows does not change. With a prompt, no site is needed: without one the picture is drawn offline, or made by the provider that --provider names. In a \
            site its providers and styles count, and its store keeps the picture.
            """)

    @Argument(help: "What the picture shows.")
    var prompt: String?

    @Option(name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("Where it goes.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("Such as posts/night-train.md#hero, in place of a prompt.", valueName: "slot"))
    var slot: String?

    @Option(help: ArgumentHelp("How many the slot is to have in all.", valueName: "number"))
    var candidates: Int?

    @Flag(inversion: .prefixedNo, help: "Have nothing made that costs money. (default: when CI is set)")
    var frozen: Bool?

    @OptionGroup var money: BudgetOption

    @Option(help: ArgumentHelp("Act as if it were this time.", valueName: "ISO 8601"))
    var now: TimeArgument?

    @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp("A provider of frontis.yaml, or openai or pattern.", valueName: "name"))
    var provider: String?

    @Option(help: "Only a picture by this model will do.")
    var model: String?

    @OptionGroup var picture: PictureOptions
    @OptionGroup var kept: CacheOption

    @Option(help: "What is printed on standard output: text, or json for programs.")
    var format = ReportFormat.text

    @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
    var quiet = false

    func validate() throws {
        try ValidationError.check(path: site, of: "--site")
        try ValidationError.check(path: file, of: "--output")
        if slot != nil {
            if prompt != nil || file != nil { throw ValidationError("--slot goes without a prompt and --output.") }
            if let candidates, !(1...16).contains(candidates) {
                throw ValidationError("--candidates must be from 1 to 16.")
            }
            return
        }
        guard let prompt else { throw ValidationError("Say what the picture shows, or name a --slot.") }
        if file == nil { throw ValidationError("Say where the picture goes: --output FILE.") }
        if candidates != nil { throw ValidationError("--candidates goes with --slot.") }
        if Recipe.normalized(prompt).isEmpty { throw ValidationError("The prompt is empty.") }
    }

    func run() async throws {
        let terminal = Terminal(quiet: quiet)
        var options = money.apply(to: kept.apply(to: BuildOptions.fromEnvironment))
        options.site = site
        options.now = now?.date
        if let slot {
            options.policy = options.frozenPolicy(frozen)
            return try await makeCandidates(of: slot, options, terminal)
        }
        guard let prompt, let file else { return }
        var request = picture.request(prompt)
        request.model = model
        let (result, diagnostics) = try await terminal.perform {
            [options, request, provider, language = picture.language] progress in
            await SinglePicture(options: options, progress: progress)
                .make(request, provider: provider, language: language, to: file)
        }
        terminal.show(diagnostics, all: true)
        guard let result else { throw ExitCode(1) }
        switch format {
        case .json: terminal.result(try result.json() + "\n")
        case .text where !quiet:
            let cost = result.cost.usd > .zero ? ", " + result.cost.usd.text : ""
            terminal.result("\(result.file): \(result.width)×\(result.height)\(cost)\n\(result.alt)\n")
        case .text: break
        }
    }

    private func makeCandidates(of slot: String, _ options: BuildOptions, _ terminal: Terminal) async throws {
        let answer = try await terminal.perform { [candidates] progress in
            await PictureChoices(options: options, progress: progress)
                .makeCandidates(of: slot, count: candidates ?? 1)
        }
        terminal.show(answer.diagnostics, all: true)
        switch format {
        case .json: terminal.result(try answer.report.json() + "\n")
        case .text where !quiet: for slot in answer.slots { terminal.result(slot.text()) }
        case .text: break
        }
        try Terminal.exit(for: answer.diagnostics)
    }
}
