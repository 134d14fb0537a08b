import ArgumentParser
import FrontisBuild
import FrontisCore
import FrontisGallery
import FrontisText

struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Say why a file of the output, or a picture, was made.",
        discussion: """
            Of a file of the output: what had it made last, and what it reads, so that a change there has it made again. \
            Of a slot: what a build would do about it, and which pictures it has shown. Asks for nothing and writes nothing.
            """)

    @Argument(help: "Such as public/tags/rail/index.html, /tags/rail/ or posts/night-train.md#hero.")
    var thing: String

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let terminal = options.common.terminal
        let explanation: OutputExplanation
        do throws(Diagnostic) {
            explanation = try OutputExplanation.of(thing, options: options.buildOptions)
        } catch {
            // A file's name may have in it what divides a page and its slot, so slots come second.
            if SlotID(thing) != nil || thing.hasSuffix(".md") { return try await explainSlot(terminal) }
            terminal.show([error], all: true)
            return try Terminal.exit(for: [error])
        }
        switch options.common.format {
        case .json: terminal.result(try ReportJSON.text(explanation) + "\n")
        case .text: terminal.result(explanation.text)
        }
    }

    private func explainSlot(_ terminal: Terminal) async throws {
        let (name, shown, diagnostics) = await PictureChoices(options: options.buildOptions).history(of: thing)
        guard !diagnostics.hasErrors else {
            terminal.show(diagnostics, all: true)
            return try Terminal.exit(for: diagnostics)
        }
        let planned = await Build(options: options.buildOptions, plugins: FrontisProgram.plugins).plan()
        let slots = planned.report.slots.filter { $0.slot == name }
        switch options.common.format {
        case .json: terminal.result(try ReportJSON.text(SlotExplanation(plan: slots, history: shown)) + "\n")
        case .text:
            for slot in slots { terminal.result("\(slot.action.rawValue)  \(slot.slot)  \(slot.reason)\n") }
            if slots.isEmpty { terminal.result("\(name): no page that is built asks for it\n") }
            for line in shown {
                terminal.result(
                    "\(line.isShown ? "*" : " ") \(line.time.day)  \(line.event)  \(line.file)\n    \(line.prompt)\n")
            }
        }
        try Terminal.exit(for: planned.diagnostics)
    }

    private struct SlotExplanation: Encodable {
        var plan: [PlanReport.Entry]
        var history: [ShownPicture]
    }
}
