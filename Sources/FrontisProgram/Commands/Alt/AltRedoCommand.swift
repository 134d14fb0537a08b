import FrontisGallery
import ArgumentParser
import FrontisBuild

struct AltRedoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Have an alt text written anew from the picture. Costs money.")

    @Argument(help: ArgumentHelp("Such as posts/night-train.md#hero.", valueName: "slot"))
    var slots: [String]

    @OptionGroup var money: BudgetOption
    @OptionGroup var options: SlotOptions

    func run() async throws {
        let answer = try await options.common.terminal.perform {
            [options = money.apply(to: options.buildOptions), slots] progress in
            await AltChoices(options: options, progress: progress).redo(slots)
        }
        try options.show(answer) { $0.altText() }
    }
}
