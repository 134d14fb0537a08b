import Foundation
import FrontisTestSupport
import Testing

/// Whatever is done to a site in whatever order, a picture and its text are paid for once.
///
/// Shorter: the first rounds of the same seeds. `FRONTIS_SEED` tries one seed of one's own, `FRONTIS_ROUNDS` more or
/// fewer rounds.
@Suite struct RandomEditsTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seeds: [UInt64] = environment["FRONTIS_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [1, 2, 3]
    private static let rounds = environment["FRONTIS_ROUNDS"].flatMap { Int($0) } ?? TestLength.of(short: 8, long: 25)

    @Test(arguments: seeds)
    func nothingIsPaidForTwice(seed: UInt64) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            var editing = try RandomEditing(seed: seed, vendor: vendor)
            for _ in 0..<Self.rounds { try await editing.round() }
        }
    }
}
