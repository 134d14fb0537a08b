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
    var now: PageDate?

    @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp("A provider of frontis.yaml, or openai or pattern.", valueName: "name"))
    var provider: String?

    @Option(help: "Only a picture by this model will do.")
    var model: String?

    @Option(help: "Only a picture of this quality will do.")
    var quality: String?

    @Option(help: ArgumentHelp("Proportion, such as 16:9.", valueName: "w:h"))
    var aspect: String?

    @Option(help: ArgumentHelp("Pixels, such as 1536x864.", valueName: "wxh"))
    var size: String?

    @Option(help: "A style of frontis.yaml; none for no house style.")
    var style: String?

    @Option(help: "What the picture should not show.")
    var negative: String?

    @Option(help: "Another number, another picture.")
    var seed: Int?

    @Option(help: ArgumentHelp("Language of the alt text.", valueName: "tag"))
    var language: String?

    @Option(help: "What is printed on standard output: text, or json for programs.")
    var format = ReportFormat.text

    @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
    var quiet = false

    func validate() throws {
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
        if let aspect, Aspect(aspect) == nil {
            throw ValidationError("--aspect '\(aspect)' is not a proportion such as 16:9.")
        }
        if let size, PictureSize(size) == nil {
            throw ValidationError("--size '\(size)' is not a size such as 1536x864.")
        }
        if aspect != nil, size != nil { throw ValidationError("--aspect and --size do not go together.") }
        if let seed, !(0...4_294_967_295).contains(seed) {
            throw ValidationError("--seed must be from 0 to 4294967295.")
        }
    }

    private func request(_ prompt: String) -> ImageRequest {
        let place = SourceLocation(path: "prompt", length: prompt.count)
        var request = ImageRequest(name: "hero", prompt: Located(prompt, at: place), sourceLine: prompt)
        request.model = model
        request.quality = quality
        request.negative = negative
        request.seed = seed
        request.style = style.map { Located($0, at: SourceLocation(path: "--style")) }
        request.shape =
            size.flatMap { PictureSize($0) }.map(PictureShape.size)
            ?? aspect.flatMap { Aspect($0) }.map(PictureShape.aspect)
        return request
    }

    func run() async throws {
        let terminal = Terminal(quiet: quiet)
        var options = money.apply(to: BuildOptions.fromEnvironment)
        options.site = site
        options.now = now
        if let slot {
            options.isFrozen = frozen ?? BuildOptions.isContinuousIntegration(options.environment)
            return try await makeCandidates(of: slot, options, terminal)
        }
        guard let prompt, let file else { return }
        let (result, diagnostics) = try await terminal.perform {
            [options, request = request(prompt), provider, language] progress in
            await SinglePicture(options: options, progress: progress)
                .make(request, provider: provider, language: language, to: file)
        }
        terminal.show(diagnostics, withNotes: true)
        guard let result else { throw ExitCode(1) }
        switch format {
        case .json: terminal.result(try result.json() + "\n")
        case .text where !quiet:
            let cost = result.cost.usd > 0 ? ", " + BuildReport.money(result.cost.usd) : ""
            terminal.result("\(result.file): \(result.width)×\(result.height)\(cost)\n\(result.alt)\n")
        case .text: break
        }
    }

    private func makeCandidates(of slot: String, _ options: BuildOptions, _ terminal: Terminal) async throws {
        let answer = try await terminal.perform { [candidates] progress in
            await PictureChoices(options: options, progress: progress)
                .makeCandidates(of: slot, count: candidates ?? 1)
        }
        terminal.show(answer.diagnostics, withNotes: true)
        switch format {
        case .json: terminal.result(try answer.report.json() + "\n")
        case .text where !quiet: for slot in answer.slots { terminal.result(slot.text()) }
        case .text: break
        }
        try Terminal.exit(for: answer.diagnostics)
    }
}
