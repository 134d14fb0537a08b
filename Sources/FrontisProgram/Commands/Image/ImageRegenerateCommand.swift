import FrontisGallery
import ArgumentParser
import FrontisBuild

struct ImageRegenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regenerate", abstract: "Have pictures made anew, and show the new ones. Costs money.",
        discussion: "The old pictures stay among the candidates, or come back with 'frontis image undo'.")

    @Argument(help: ArgumentHelp("Such as posts/night-train.md#hero.", valueName: "slot"))
    var slots: [String] = []

    @Flag(help: "All whose style, default or title has changed since they were made.")
    var stale = false

    @OptionGroup var money: BudgetOption
    @OptionGroup var options: SlotOptions

    func validate() throws {
        if slots.isEmpty, !stale { throw ValidationError("Name the slots, or say --stale.") }
    }

    func run() async throws {
        let answer = try await options.common.terminal.perform {
            [options = money.apply(to: options.buildOptions), slots, stale] progress in
            await PictureChoices(options: options, progress: progress).regenerate(slots, allStale: stale)
        }
        try options.show(answer) { $0.text() }
        if answer.slots.isEmpty, options.common.format == .text { options.common.terminal.note("Nothing is stale.\n") }
    }
}
