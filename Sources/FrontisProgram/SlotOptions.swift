import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

/// Options of the commands that look at slots or choose for them.
struct SlotOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Act as if it were this time.", valueName: "ISO 8601"))
    var now: TimeArgument?

    @Flag(inversion: .prefixedNo, help: "Have nothing made that costs money. (default: when CI is set)")
    var frozen: Bool?

    var buildOptions: BuildOptions {
        var options = common.buildOptions
        options.now = now?.date
        options.policy = options.frozenPolicy(frozen)
        return options
    }

    /// Prints findings and slots, and ends with status 1 where something was an error.
    ///
    /// - Parameter picture: what shows a slot's picture, in the terminal's own protocol.
    func show(
        _ answer: ChoiceAnswer, _ text: (SlotReport) -> String, picture: (SlotReport) -> String = { _ in "" }
    ) throws {
        let terminal = common.terminal
        terminal.show(answer.diagnostics, all: true)
        switch common.format {
        case .json: terminal.result(try answer.report.json() + "\n")
        case .text where !common.quiet:
            for slot in answer.slots {
                terminal.result(text(slot))
                terminal.raw(picture(slot))
            }
        case .text: break
        }
        try Terminal.exit(for: answer.diagnostics)
    }
}
