import Foundation
import FrontisTestSupport

/// File systems for the length of a test, where that is permitted.
enum Mount {
    static func run(_ program: String, _ arguments: String...) async throws -> Bool {
        let run = try await ProgramRun.run(
            program: program, arguments, in: "/", environment: [:])
        return run.status == 0
    }

    /// Tries it: a container may forbid it to root as well.
    static func isPermitted() async throws -> Bool {
        guard getuid() == 0 else { return false }
        let folder = try TemporarySite()
        guard try await run("/usr/bin/mount", "-t", "tmpfs", "tmpfs", folder.path) else { return false }
        return try await run("/usr/bin/umount", folder.path)
    }
}
