import Foundation
import FrontisTestSupport
import Testing

/// How much is fuzzed, and from which seed. `FRONTIS_FUZZ_SEED` repeats a run.
enum FuzzPlan {
    /// All 10,000 inputs in the long tier, a twentieth of them else.
    static let isLong = TestLength.isLong
    static let seed = ProcessInfo.processInfo.environment["FRONTIS_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_260_302
    /// Bytes that any run of the program may take.
    static let memory = 2 << 30

    static func count(_ all: Int) -> Int { isLong ? all : all / 20 }

    /// Said once for each kind, so that a failing run can be had again.
    static func announce(_ kind: String, _ count: Int) {
        FileHandle.standardError.write(Data("fuzz: \(count) \(kind) from seed \(seed)\n".utf8))
    }

    /// The bytes of all text files under these folders of the repository, sorted by path.
    static func seeds(_ folders: [String], endings: [String]) throws -> [[UInt8]] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        var seeds: [[UInt8]] = []
        for folder in folders {
            let before = seeds.count
            let url = root.appendingPathComponent(folder)
            for path in try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted()
            where endings.contains(where: path.hasSuffix) {
                seeds.append(Array(try Data(contentsOf: url.appendingPathComponent(path))))
            }
            #expect(seeds.count > before, "no seeds in \(folder)")
        }
        return seeds
    }
}
