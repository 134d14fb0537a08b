import ArgumentParser
import Foundation
import FrontisBuild

struct ImageHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show which pictures a slot has shown, oldest first.")

    @Argument(help: "Such as posts/night-train.md#hero.")
    var slot: String

    @OptionGroup var options: SlotOptions

    func run() async throws {
        let terminal = Terminal(quiet: options.quiet)
        let (shown, diagnostics) = await PictureChoices(options: options.buildOptions).history(of: slot)
        terminal.show(diagnostics, withNotes: true)
        switch options.format {
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            terminal.result(String(decoding: try encoder.encode(["history": shown]), as: UTF8.self) + "\n")
        case .text:
            for line in shown {
                let mark = line.isShown ? "*" : " "
                terminal.result("\(mark) \(line.time.prefix(10))  \(line.event)  \(line.file)\n    \(line.prompt)\n")
            }
        }
        try Terminal.exit(for: diagnostics)
    }
}
