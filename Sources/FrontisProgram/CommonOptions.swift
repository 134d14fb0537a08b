import FrontisGallery
import ArgumentParser
import Foundation
import FrontisBuild

/// Options of every command that works on a site.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
    var site = "."

    @OptionGroup var kept: CacheOption

    @Option(help: "What is printed on standard output: text, or json for programs.")
    var format = ReportFormat.text

    @Flag(name: .shortAndLong, help: "Say nothing but errors and warnings.")
    var quiet = false

    @Option(help: ArgumentHelp("Threads to use. (default: one per core)", valueName: "number"))
    var jobs: Int?

    func validate() throws {
        try ValidationError.check(path: site, of: "--site")
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be from 1 to 256.") }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: site, isDirectory: &isFolder), isFolder.boolValue else {
            throw ValidationError("There is no folder '\(site)'.")
        }
    }

    var terminal: Terminal { Terminal(quiet: quiet) }

    var buildOptions: BuildOptions {
        var options = BuildOptions.fromEnvironment
        options.jobs = jobs ?? options.jobs
        options.site = site
        return kept.apply(to: options)
    }
}
