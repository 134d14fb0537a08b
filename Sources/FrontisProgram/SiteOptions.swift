import FrontisGallery
import ArgumentParser
import Foundation
import FrontisBuild
import FrontisCore

/// What a command prints: for people or for programs.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// Options of the commands that build, or say what a build would do.
struct SiteOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Where the finished site goes. (default: public in the site)", valueName: "dir"))
    var output: String?

    @Flag(name: .shortAndLong, help: "Say more: the reason for every picture.")
    var verbose = false

    @Flag(help: "Include drafts.")
    var drafts = false

    @Flag(help: "Include posts with a future date.")
    var future = false

    @Flag(help: "Include posts that have expired.")
    var expired = false

    @Option(help: ArgumentHelp("Build as if it were this time.", valueName: "ISO 8601"))
    var now: TimeArgument?

    @Option(help: ArgumentHelp("Stands over site.url.", valueName: "url"))
    var baseURL: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Make no picture that costs money and leave the lock alone. (default: when CI is set)")
    var frozen: Bool?

    @Flag(help: "Send nothing over the network; show drawn placeholders instead.")
    var offline = false

    @OptionGroup var money: BudgetOption

    func validate() throws {
        try ValidationError.check(path: output, of: "--output")
        if verbose, common.quiet { throw ValidationError("--verbose and --quiet do not go together.") }
    }

    var buildOptions: BuildOptions {
        var options = common.buildOptions
        options.output = output
        options.drafts = drafts
        options.future = future
        options.expired = expired
        options.now = now?.date
        options.baseURL = baseURL
        // Sending nothing is the stronger promise.
        options.policy = offline ? .offline(writesLock: frozen != true) : options.frozenPolicy(frozen)
        return money.apply(to: options)
    }
}

extension BuildOptions {
    /// What `--frozen` and `--no-frozen` say, else whether this is a CI run.
    func frozenPolicy(_ frozen: Bool?) -> RunPolicy? {
        frozen ?? RunOptions.isContinuousIntegration(run.environment) ? .frozen : nil
    }

    /// With the process's environment and one thread per core.
    static var fromEnvironment: BuildOptions {
        let process = ProcessInfo.processInfo
        var options = BuildOptions(jobs: max(1, process.activeProcessorCount), environment: process.environment)
        options.cache = process.environment["FRONTIS_CACHE"].flatMap { $0.isEmpty ? nil : $0 }
        return options
    }
}
