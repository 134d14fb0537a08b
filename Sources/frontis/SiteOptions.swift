import ArgumentParser
import Foundation
import FrontisBuild
import FrontisCore

/// What a command prints: for people or for programs.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// Options of every command that works on a site.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
    var site = "."

    @Option(help: ArgumentHelp("Where the finished site goes. (default: public in the site)", valueName: "dir"))
    var output: String?

    @Option(help: "What is printed on standard output: text, or json for programs.")
    var format = ReportFormat.text

    @Flag(name: .shortAndLong, help: "Say more: the reason for every picture.")
    var verbose = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
    var quiet = false

    @Flag(help: "Include drafts.")
    var drafts = false

    @Flag(help: "Include posts with a future date.")
    var future = false

    @Option(help: ArgumentHelp("Build as if it were this time.", valueName: "ISO 8601"))
    var now: PageDate?

    @Option(help: ArgumentHelp("Stands over site.url.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("Threads to use. (default: one per core)", valueName: "number"))
    var jobs: Int?

    @Flag(
        inversion: .prefixedNo,
        help: "Make no picture that costs money and leave the lock alone. (default: when CI is set)")
    var frozen: Bool?

    @Flag(help: "Send nothing over the network; show drawn placeholders instead.")
    var offline = false

    func validate() throws {
        if verbose, quiet { throw ValidationError("--verbose and --quiet do not go together.") }
        try Self.validate(site: site, jobs: jobs)
    }

    static func validate(site: String, jobs: Int?) throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be from 1 to 256.") }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: site, isDirectory: &isFolder), isFolder.boolValue else {
            throw ValidationError("There is no folder '\(site)'.")
        }
    }

    var buildOptions: BuildOptions {
        var options = BuildOptions.fromEnvironment
        options.jobs = jobs ?? options.jobs
        options.site = site
        options.output = output
        options.drafts = drafts
        options.future = future
        options.now = now
        options.baseURL = baseURL
        options.isOffline = offline
        // Sending nothing is the stronger promise.
        options.isFrozen = frozen ?? (!offline && BuildOptions.isContinuousIntegration(options.environment))
        return options
    }
}

extension BuildOptions {
    /// With the process's environment and one thread per core.
    static var fromEnvironment: BuildOptions {
        let process = ProcessInfo.processInfo
        return BuildOptions(jobs: max(1, process.activeProcessorCount), environment: process.environment)
    }
}

extension PageDate: ExpressibleByArgument {
    /// Reads the forms that front matter may use.
    public init?(argument: String) {
        self.init(argument)
    }
}
