import FrontisCore
import Testing

@testable import FrontisPictures

@Suite struct PictureColorsTests {
    @Test func aPlainPictureHasItsColour() throws {
        #expect(try PictureColors.dominant(try PixelPictures.plain(90, 60, [18, 52, 86])) == "#123456")
        #expect(try PictureColors.dominant(try PixelPictures.plain(1, 1, [255, 0, 1])) == "#ff0001")
        // Greys of one band.
        #expect(try PictureColors.dominant(try PixelPictures.plain(20, 20, [128])) == "#808080")
    }

    @Test func halvesMakeNoMud() throws {
        let picture = try PixelPictures.drawn(200, 100) { x, _ in x < 110 ? [200, 30, 30] : [30, 30, 200] }
        #expect(try PictureColors.dominant(picture) == "#c81e1e")
    }

    @Test func shadesOfAColourAreCountedTogether() throws {
        // A sky in many blues, each rarer than the grey of the ground.
        let picture = try PixelPictures.drawn(64, 64) { x, y in
            y < 44 ? [UInt8(70 + x / 3), UInt8(130 + x / 3), UInt8(200 + x / 3)] : [90, 90, 90]
        }
        let color = try #require(try PictureColors.dominant(picture))
        let blue = try #require(UInt8(color.suffix(2), radix: 16))
        #expect(blue > 190, "\(color)")
    }

    @Test func transparentPixelsHaveNoColour() throws {
        let picture = try PixelPictures.drawn(60, 60) { x, _ in x < 50 ? [255, 255, 255, 0] : [0, 120, 60, 255] }
        #expect(try PictureColors.dominant(picture) == "#00783c")
        #expect(try PictureColors.dominant(try PixelPictures.plain(9, 9, [1, 2, 3, 0])) == nil)
    }

    @Test(arguments: [(1536, 1024, 20, 13), (1024, 1536, 13, 20), (800, 800, 20, 20), (4000, 40, 20, 1), (7, 5, 7, 5)])
    func aPreviewIsTiny(width: Int, height: Int, toWidth: Int, toHeight: Int) throws {
        let random = SeededGenerator(key: try #require(Digest(hex: String(repeating: "5", count: 64))), stream: 1)
        var generator = random
        // Stripes and noise: harder than photographs.
        let stripes = (0..<64).map { _ in (0..<3).map { _ in UInt8(generator.integer(0...255)) } }
        let picture = try PixelPictures.drawn(width, height) { x, y in stripes[(x * 40 / width + y * 24 / height) % 64] }
        let bytes = try #require(try PreviewEncoder.webp(picture))
        let info = try PictureInspector.inspect(bytes)
        #expect((info.mediaType, info.width, info.height) == (.webp, toWidth, toHeight))
        #expect(bytes.count <= PreviewEncoder.largest, "\(bytes.count)")
        #expect(try PreviewEncoder.webp(picture) == bytes)
    }

    @Test func whatShowsThroughHasNoPreview() throws {
        let picture = try PixelPictures.spot(80, 80, at: (40, 40), reach: 3, [0, 0, 0, 254], on: [255, 255, 255, 255])
        #expect(try PreviewEncoder.webp(picture) == nil)
        #expect(try PreviewEncoder.webp(try PixelPictures.plain(80, 80, [9, 9, 9, 255])) != nil)
    }
}
