import Foundation
import FrontisTestSupport
import Synchronization

/// A run of the program that goes on until it is told to end.
enum LongRun {
    private static let said = "said.txt"
    private static let complained = "complained.txt"

    private enum Failure: Error { case never(String) }

    /// Waits as long as it takes on any machine.
    static func until<Value>(
        _ what: String, _ value: @Sendable () async throws -> Value?
    ) async throws -> Value {
        let end = ContinuousClock.now + .seconds(300)
        while ContinuousClock.now < end {
            // A file that is read may be replaced at that moment.
            if let value = try? await value() { return value }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Failure.never(what)
    }

    /// Waits until something holds.
    static func until(_ what: String, _ holds: @Sendable () async throws -> Bool) async throws {
        _ = try await until(what) { () async throws -> Bool? in try await holds() ? true : nil }
    }

    /// What it has said so far.
    static func said(in site: SiteUnderTest) throws -> String { try site.folder.read(said) }
    static func complained(in site: SiteUnderTest) throws -> String { try site.folder.read(complained) }

    /// Runs while `work` is done, then ends it with Ctrl-C.
    static func run(
        _ arguments: [String], in site: SiteUnderTest, environment: [String: String] = [:],
        _ work: @escaping @Sendable () async throws -> Void
    ) async throws -> (status: Int32, standardOutput: String, standardError: String) {
        let failure = Mutex<(any Error)?>(nil)
        // Of an earlier run.
        for file in [said, complained] where site.folder.exists(file) { try site.folder.remove(file) }
        let run = try await ProgramRun.run(
            arguments, in: site.folder.path,
            environment: ["ART_KEY": SiteUnderTest.key].merging(environment) { $1 },
            sayingInto: (said, complained), sending: SIGINT
        ) {
            do { try await work() } catch { failure.withLock { $0 = error } }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return (run.status, try said(in: site), try complained(in: site))
    }
}
