import FrontisText
import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

struct ImageHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show which pictures a slot has shown, oldest first.")

    @Argument(help: "Such as posts/night-train.md#hero.")
    var slot: String

    @OptionGroup var options: SlotOptions

    func run() async throws {
        let terminal = options.common.terminal
        let (slot, shown, diagnostics) = await PictureChoices(options: options.buildOptions).history(of: self.slot)
        terminal.show(diagnostics, all: true)
        switch options.common.format {
        case .json: terminal.result(try ReportJSON.text(["history": shown]) + "\n")
        case .text where shown.isEmpty && !diagnostics.hasErrors:
            terminal.result("\(slot) has shown no picture yet that was made for it.\n")
        case .text:
            for line in shown {
                let mark = line.isShown ? "*" : " "
                terminal.result("\(mark) \(line.time.day)  \(line.event)  \(line.file)\n    \(line.prompt)\n")
            }
        }
        try Terminal.exit(for: diagnostics)
    }
}
