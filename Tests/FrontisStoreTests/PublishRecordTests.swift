import Foundation
import FrontisStore
import FrontisTestSupport
import Testing

/// What is known of a bucket, and the digests that are compared with it.
@Suite struct PublishRecordTests {
    private func record(_ folder: TemporarySite, _ place: String = "https://a\nb\nc") -> PublishRecord {
        PublishRecord(cache: folder.path, place: place)
    }

    @Test func linesAreAddedAndRead() throws {
        let folder = try TemporarySite()
        #expect(try record(folder).read() == nil)
        try record(folder).append([])
        #expect(try record(folder).read() == nil)
        try record(folder).append([.init(name: "images/a.png", size: 3)])
        try record(folder).append([.init(name: "images/b \"ü\".png", size: 0), .init(name: "images/a.png", size: 4)])
        #expect(try record(folder).read() == ["images/a.png": 4, "images/b \"ü\".png": 0])
        #expect(try record(folder, "https://a\nb\nd").read() == nil)
    }

    /// A killed program leaves half a line, a person anything: such a file is not known, and the rest is.
    @Test func brokenLinesAreNotKnown() throws {
        let folder = try TemporarySite()
        try record(folder).append([.init(name: "a", size: 1)])
        let name = try #require(try folder.tree().keys.first)
        #expect(name.hasPrefix("published/") && name.hasSuffix(".jsonl"))
        try folder.write(name, try folder.read(name) + "{\"name\": \"b\"}\nnonsense\n{\"name\": \"c\", \"si")
        try record(folder).append([.init(name: "d", size: 4)])
        #expect(try record(folder).read() == ["a": 1, "d": 4])
    }

    /// RFC 1321, A.5, and lengths round the edges of blocks and pieces.
    @Test func md5() throws {
        #expect(MD5Digest.base64(of: []) == "1B2M2Y8AsgTpgAmY7PhCfg==")
        #expect(MD5Digest.base64(of: Array("message digest".utf8)) == "+WtpfXy3k41SWi8xqvFh0A==")
        let folder = try TemporarySite()
        for count in [0, 1, 55, 56, 63, 64, 65, (1 << 20) - 1, 1 << 20, (1 << 20) + 1] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
            try folder.write("file", bytes)
            let expected = Data(VendorMD5.digest(bytes)).base64EncodedString()
            #expect(MD5Digest.base64(of: bytes) == expected, "\(count)")
            #expect(try MD5Digest.base64(of: FileSlices(folder.path("file"))) == expected, "\(count)")
        }
    }

    @Test func slices() throws {
        let folder = try TemporarySite()
        try folder.write("file", Array(0..<100))
        let slices = try FileSlices(folder.path("file"))
        #expect(slices.size == 100)
        #expect(try slices.read(10..<13) == [10, 11, 12])
        #expect(try slices.read(98..<200) == [98, 99])
        #expect(try slices.read(0..<0) == [])
        #expect(throws: FileError.self) { try FileSlices(folder.path("gone")) }
        #expect(throws: FileError.self) { try FileSlices(folder.path) }
    }
}
