import Foundation
package import FrontisCore

/// What the command line says about a run, whatever it is about.
package struct RunOptions: Sendable {
    /// What counts as the time of the run; nothing: the clock when the program began.
    package var now: PageDate?
    /// Seconds since 1970 when the program began, with their fraction: files are older or younger than that.
    package private(set) var began: Double
    /// What relative paths begin at; absolute.
    package let workingDirectory: String
    package var jobs: Int
    /// What the command line says about it, over `images.on-missing`: frozen, offline, or nothing.
    package var policy: RunPolicy?
    /// Asks again for pictures that were refused.
    package var retryFailed = false
    package var environment: [String: String]

    /// Reads clock and working directory, once for the whole run.
    package init(jobs: Int, environment: [String: String]) {
        self.jobs = jobs
        self.environment = environment
        began = Date().timeIntervalSince1970
        workingDirectory = FileManager.default.currentDirectoryPath
    }

    /// The same for a run that begins now.
    package var begunNow: RunOptions {
        var options = self
        options.began = Date().timeIntervalSince1970
        return options
    }

    /// The time that pages are compared with, and that is noted of what is made.
    package var time: PageDate { now ?? PageDate(secondsSince1970: beginning.secondsSince1970) }

    /// When the program began, whatever `now` says.
    package var beginning: Timestamp { Timestamp(secondsSince1970: Int(began)) }

    /// What this run does about pictures that are not there.
    package func policy(_ configuration: SiteConfiguration) -> RunPolicy {
        policy ?? (configuration.images.onMissing ?? .make).policy
    }

    /// Whether the environment says that this is a CI run: `CI` set, and neither empty, `0` nor `false`.
    package static func isContinuousIntegration(_ environment: [String: String]) -> Bool {
        guard let value = environment["CI"] else { return false }
        return !["", "0", "false"].contains(value.lowercased())
    }
}
