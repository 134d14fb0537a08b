import FrontisGallery
import ArgumentParser
import FrontisBuild

/// Where what can be made again is kept.
struct CacheOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where what can be made again is kept. (default: FRONTIS_CACHE, else .frontis/cache in the site)",
            valueName: "dir"))
    var cache: String?

    func validate() throws { try ValidationError.check(path: cache, of: "--cache") }

    func apply(to options: BuildOptions) -> BuildOptions {
        var options = options
        options.cache = cache ?? options.cache
        return options
    }
}
