import FrontisCore
import Testing

@testable import FrontisPictures

@Suite struct PictureScalerTests {
    private static func fit(
        _ longest: Int = 2048, _ shortest: Int = 768, bytes: Int = 4 << 20, _ types: [MediaType] = [.png, .jpeg, .webp, .gif]
    ) -> PictureFit {
        PictureFit(longestSide: longest, shortestSide: shortest, largestBytes: bytes, mediaTypes: types)
    }

    private static func large(_ width: Int, _ height: Int) throws -> [UInt8] {
        let recipe = Recipe(
            prompt: "A night train", shape: .size(try #require(PictureSize(width: width, height: height))))
        return try PatternArt(recipe: recipe, key: try #require(Digest(hex: String(repeating: "a", count: 64)))).png()
    }

    @Test func whatFitsStaysAsItIs() throws {
        for (bytes, type) in [(PictureFixtures.png, MediaType.png), (PictureFixtures.jpeg, .jpeg), (PictureFixtures.webp, .webp), (PictureFixtures.gif, .gif)] {
            let scaled = try PictureScaler.fit(bytes, type, into: Self.fit())
            #expect(scaled.bytes == bytes)
            #expect(scaled.info.mediaType == type)
        }
    }

    @Test(arguments: [
        (1536, 1024, 512, 512, 512, 341), (1024, 1536, 512, 512, 341, 512), (1536, 1024, 2048, 768, 1152, 768),
        (3000, 1000, 2048, 768, 2048, 683), (1536, 1536, 2048, 768, 768, 768),
    ])
    func largerOnesAreScaledDown(width: Int, height: Int, longest: Int, shortest: Int, toWidth: Int, toHeight: Int) throws {
        let fit = Self.fit(longest, shortest)
        #expect(fit.size(width: width, height: height) == (toWidth, toHeight))
        let scaled = try PictureScaler.fit(try Self.large(width, height), .png, into: fit)
        let info = try PictureInspector.inspect(scaled.bytes)
        #expect(info == scaled.info)
        #expect(info.mediaType == .png)
        #expect(abs(info.width - toWidth) <= 1 && abs(info.height - toHeight) <= 1, "\(info)")
    }

    @Test func nothingIsScaledUp() throws {
        let scaled = try PictureScaler.fit(PictureFixtures.png, .png, into: Self.fit(bytes: 1 << 20, [.jpeg]))
        #expect((scaled.info.width, scaled.info.height) == (16, 12))
        #expect(scaled.info.mediaType == .jpeg)
        #expect(try PictureInspector.inspect(scaled.bytes).mediaType == .jpeg)
    }

    @Test func aTypeThatIsNotTakenIsConverted() throws {
        let gif = try PictureScaler.fit(PictureFixtures.gif, .gif, into: Self.fit([.png]))
        #expect(try PictureInspector.inspect(gif.bytes).mediaType == .png)
        guard Vips.has("heifload_buffer") else { return }
        let avif = try PictureScaler.fit(PictureFixtures.avif, .avif, into: Self.fit())
        #expect(try PictureInspector.inspect(avif.bytes).mediaType == .png)
    }

    @Test func whatIsTooLargeAsPNGBecomesJPEG() throws {
        let large = try Self.large(1536, 1024)
        let png = try PictureScaler.fit(large, .png, into: Self.fit())
        let scaled = try PictureScaler.fit(large, .png, into: Self.fit(bytes: png.bytes.count - 1))
        #expect(scaled.info.mediaType == .jpeg)
        #expect(scaled.bytes.count < png.bytes.count)
        #expect(throws: PictureError.self) { try PictureScaler.fit(large, .png, into: Self.fit(bytes: 100)) }
    }

    @Test func aTurnedPictureIsTurned() throws {
        let scaled = try PictureScaler.fit(PictureFixtures.turnedJPEG, .jpeg, into: Self.fit(8, 8))
        #expect((scaled.info.width, scaled.info.height) == (6, 8))
        let converted = try PictureScaler.fit(PictureFixtures.turnedJPEG, .jpeg, into: Self.fit([.png]))
        #expect((converted.info.width, converted.info.height) == (12, 16))
    }

    @Test func damagedBytesAreAnError() throws {
        let large = try Self.large(1536, 1024)
        #expect(throws: PictureError.self) {
            try PictureScaler.fit(Array(large.prefix(large.count / 2)), .png, into: Self.fit(64, 64))
        }
        #expect(throws: PictureError.self) { try PictureScaler.fit(Array("<html>".utf8), .png, into: Self.fit()) }
    }
}

extension PictureScalerTests {
    private static func fit(_ types: [MediaType]) -> PictureFit { fit(2048, 768, types) }
}
