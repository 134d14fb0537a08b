import ArgumentParser
import FrontisBuild

/// Options of the commands that work on a site's store.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
    var site = "."

    @Option(help: "What is printed on standard output: text, or json for programs.")
    var format = ReportFormat.text

    @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
    var quiet = false

    @Option(help: ArgumentHelp("Threads to use. (default: one per core)", valueName: "number"))
    var jobs: Int?

    func validate() throws {
        try SiteOptions.validate(site: site, jobs: jobs)
    }

    var buildOptions: BuildOptions {
        var options = BuildOptions.fromEnvironment
        options.jobs = jobs ?? options.jobs
        options.site = site
        return options
    }
}
