import ArgumentParser
import FrontisBuild

struct AltRedoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Have an alt text written anew from the picture. Costs money.")

    @Argument(help: ArgumentHelp("Such as posts/night-train.md#hero.", valueName: "slot"))
    var slots: [String]

    @OptionGroup var options: SlotOptions

    func run() async throws {
        let answer = await options.showProgress { progress in
            await AltChoices(options: options.buildOptions, progress: progress).redo(slots)
        }
        try options.show(answer) { $0.altText() }
    }
}
