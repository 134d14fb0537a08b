import Foundation
import FrontisTestSupport
import Testing

/// A site that is edited at random, and whose builds are killed at random moments: the next build that comes to its end
/// gives the very bytes of a build from scratch.
@Suite struct KilledEditsTests {
    @Test(arguments: TestLength.isLong ? [11, 12, 13] : [11])
    func whateverIsKilledTheNextBuildIsRight(seed: UInt64) async throws {
        let folder = try TemporarySite()
        var site = RandomSite(seed: seed)
        var random = SeededNumbers(seed: seed &+ 1)
        var written: [String: String] = [:]
        var (killed, compared) = (0, 0)
        for round in 0..<TestLength.of(short: 10, long: 120) {
            if round > 0 { site.edit() }
            let files = site.files
            for path in written.keys where files[path] == nil { try folder.remove(path) }
            for (path, text) in files where written[path] != text { try folder.write(path, text) }
            written = files
            try await Task.sleep(for: .milliseconds(25))
            let story = Comment(rawValue: "seed \(seed), round \(round): \(site.log.joined(separator: ", "))")
            // Between the beginning of a process and the end of a build of this size.
            for _ in 0..<random.number(below: 3) {
                let delay = Duration.milliseconds(random.number(below: 160))
                let run = try await ProgramRun.run(arguments(site, "public"), in: folder.path, sending: SIGKILL) {
                    try await Task.sleep(for: delay)
                }
                if run.status == 128 + SIGKILL { killed += 1 }
            }
            let made = try await ProgramRun.run(arguments(site, "public"), in: folder.path)
            let clean = try await ProgramRun.run(arguments(site, "clean") + ["--cache", ".frontis/clean"], in: folder.path)
            #expect(made.status == clean.status, "\(story) \(made.standardError)")
            if clean.status == 0 {
                compared += 1
                let (tree, other) = (try folder.tree(of: "public"), try folder.tree(of: "clean"))
                let left = tree.filter { !$0.key.contains(".frontis-tmp-") }
                #expect(left.keys.sorted() == other.keys.sorted(), story)
                for (path, bytes) in other where left[path] != bytes { Issue.record("\(path) is stale; \(story)") }
            }
            for left in ["clean", ".frontis/clean"] where folder.exists(left) { try folder.remove(left) }
        }
        #expect(killed > 0 && compared > 3, "seed \(seed): \(killed) killed, \(compared) compared")
    }

    private func arguments(_ site: RandomSite, _ output: String) -> [String] {
        ["build", "--output", output, "--now", site.now] + (site.drafts ? ["--drafts"] : [])
    }
}
