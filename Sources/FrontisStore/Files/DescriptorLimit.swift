import Foundation

/// How many files and connections this process may have open.
package enum DescriptorLimit {
    /// As many as the system lets it have without asking anybody.
    package static func raise() {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        // Some systems say "without end" and do not mean it.
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        // One that stays low only means fewer requests at a time.
        _ = setrlimit(resource, &limit)
    }

    /// So many requests at a time that what arrives can still be written: each has a connection, three locks, and a file
    /// or two while its answer is kept.
    package static func requests(wanted: Int) -> Int {
        guard let open = current else { return wanted }
        return max(1, min(wanted, (open - forEverythingElse) / forEachRequest))
    }

    /// So many visitors at a time that a build can still read and write its files.
    package static func visitors(wanted: Int) -> Int {
        guard let open = current else { return wanted }
        return max(8, min(wanted, open / 2))
    }

    /// Nothing where the system does not say.
    private static var current: Int? {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? Int(clamping: limit.rlim_cur) : nil
    }

    private static let forEverythingElse = 32
    private static let forEachRequest = 6

    #if canImport(Darwin)
        private static let resource = RLIMIT_NOFILE
    #else
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #endif
}
