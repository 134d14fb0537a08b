import Testing

@testable import FrontisServe

/// RFC 9110, section 14: one range is answered, what the grammar does not know is passed over, what is outside is refused.
@Suite struct ByteRangeTests {
    @Test(
        arguments: [
            (nil, ByteRange.whole), ("bytes=0-0", .part(0...0)), ("bytes=0-499", .part(0...499)),
            ("bytes=500-", .part(500...999)), ("bytes=-500", .part(500...999)), ("bytes=-5000", .part(0...999)),
            ("bytes=999-", .part(999...999)), ("bytes=900-99999999999999999999999", .part(900...999)),
            ("Bytes=1-2", .part(1...2)), ("bytes= 1 - 2 ", .part(1...2)),
            ("bytes=1000-", .none), ("bytes=1000-1001", .none), ("bytes=99999999999999999999999-", .none),
            ("bytes=-0", .none),
            ("bytes=", .whole), ("bytes=-", .whole), ("bytes=2-1", .whole), ("bytes=a-b", .whole),
            ("bytes=0-1,4-5", .whole), ("items=0-1", .whole), ("bytes=+1-2", .whole), ("bytes=1--2", .whole),
            ("bytes=१-२", .whole),
        ] as [(String?, ByteRange)])
    func aHeaderMeans(_ header: String?, _ range: ByteRange) {
        #expect(ByteRange(header, of: 1000) == range)
    }

    @Test(arguments: ["bytes=0-", "bytes=-1", "bytes=0-0"])
    func nothingOfAnEmptyFileIsWithinARange(_ header: String) {
        #expect(ByteRange(header, of: 0) == .none)
    }
}
