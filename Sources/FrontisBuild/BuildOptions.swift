package import FrontisCore
package import FrontisGallery

/// What the command line says about a build.
@dynamicMemberLookup
package struct BuildOptions: Sendable {
    /// What it says whatever the run is about.
    package var run: RunOptions
    package var site = "."
    package var output: String?
    /// The output is for a server on this machine, one of several: a folder of its own beside the cache, whatever `output`
    /// says.
    package var server: Int?
    /// Nothing: in the site.
    package var cache: String?
    package var drafts = false
    package var future = false
    package var expired = false
    package var baseURL: String?
    /// Takes over an output folder that somebody else filled.
    package var force = false
    /// Says of every picture what happened to it and why, also where nothing had to be looked at.
    package var explains = false
    /// US dollars that this run may spend, over the configuration's; nothing where nobody says.
    package var budget: Money?

    /// What this run has spent already, of the same budget.
    package var spent = Money.zero

    /// The same for a build that begins now.
    var begunNow: BuildOptions {
        var options = self
        options.run = run.begunNow
        return options
    }

    /// Reads clock and working directory, once for the whole run.
    package init(jobs: Int, environment: [String: String]) {
        run = RunOptions(jobs: jobs, environment: environment)
    }

    package subscript<Value>(dynamicMember member: KeyPath<RunOptions, Value>) -> Value { run[keyPath: member] }

    package subscript<Value>(dynamicMember member: WritableKeyPath<RunOptions, Value>) -> Value {
        get { run[keyPath: member] }
        set { run[keyPath: member] = newValue }
    }
}
