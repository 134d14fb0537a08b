import FrontisGallery
import ArgumentParser
import FrontisBuild
import FrontisCore

/// The option of the commands that spend money, or say what would be spent.
struct BudgetOption: ParsableArguments {
    @Option(help: ArgumentHelp("US dollars that this run may spend, over images.budget.", valueName: "usd"))
    var budget: Double?

    func validate() throws {
        if let budget, !budget.isFinite || budget < 0 {
            throw ValidationError("--budget must be an amount in US dollars, such as 0.50.")
        }
    }

    func apply(to options: BuildOptions) -> BuildOptions {
        var options = options
        options.budget = budget.map { Money(usd: $0) }
        return options
    }
}
