import FrontisCore
import Testing

@testable import FrontisPictures

@Suite struct PictureCropperTests {
    /// A crop that macros may look at.
    private struct Cropped {
        var pixels: Pixels
        var isFullSize: Bool
    }

    private static func crop(_ picture: borrowing VipsPicture, to size: PictureSize, focus: FocalPoint?) throws -> Cropped {
        let crop = try PictureCropper.crop(picture, to: size, focus: focus)
        return Cropped(pixels: try Pixels(crop.picture), isFullSize: crop.isFullSize)
    }

    @Test(arguments: [
        // Whole, wanted, result.
        ([1536, 1024], [1200, 630], [1200, 630], true), ([1200, 630], [1200, 630], [1200, 630], true),
        ([1024, 1536], [400, 400], [400, 400], true), ([2000, 20], [20, 20], [20, 20], true),
        ([3000, 2000], [16, 9], [16, 9], true),
        // Too small: exactly the proportions, never more pixels.
        ([1024, 1536], [1200, 630], [1000, 525], false), ([500, 500], [1200, 630], [480, 252], false),
        ([1199, 630], [1200, 630], [1160, 609], false), ([300, 200], [1600, 900], [288, 162], false),
        ([100, 100], [1000, 1000], [100, 100], false),
        // Proportions of large numbers, and hardly any pixels: to the nearest one.
        ([600, 600], [1536, 1025], [600, 400], false), ([1, 1], [1200, 630], [1, 1], false),
        ([30, 20], [1200, 630], [30, 16], false), ([1, 500], [400, 400], [1, 1], false),
    ])
    func sizesAreExact(whole: [Int], wanted: [Int], result: [Int], isFullSize: Bool) throws {
        let size = try #require(PictureSize(width: wanted[0], height: wanted[1]))
        let foretold = PictureCropper.size(ofCropTo: size, from: (whole[0], whole[1]))
        #expect([foretold.width, foretold.height] == result)
        let picture = try PixelPictures.plain(whole[0], whole[1], [10, 20, 30])
        for focus in [FocalPoint("30% 60%"), nil] {
            let crop = try Self.crop(picture, to: size, focus: focus)
            #expect([crop.pixels.width, crop.pixels.height] == result)
            #expect(crop.isFullSize == isFullSize)
        }
    }

    @Test(arguments: [
        ("center", [150, 50]), ("top", [150, 0]), ("bottom right", [300, 100]), ("left", [0, 50]),
        ("30% 60%", [70, 80]), ("50% 55%", [150, 65]), ("99% 1%", [300, 0]),
    ])
    func aBoxIsCentredAsFarAsTheEdgesLetIt(focus: String, corner: [Int]) throws {
        let box = PictureBox(width: 100, height: 200, in: (400, 300), around: try #require(FocalPoint(focus)))
        #expect(box == PictureBox(left: corner[0], top: corner[1], width: 100, height: 200))
    }

    @Test(arguments: [(60, 40), (340, 40), (60, 250), (340, 250), (200, 150)])
    func whatIsInFocusIsKept(x: Int, y: Int) throws {
        let picture = try PixelPictures.spot(400, 300, at: (x, y), reach: 12, [0, 0, 0], on: [255, 255, 255])
        let focus = try #require(FocalPoint(x: Double(x) / 400, y: Double(y) / 300))
        for (width, height) in [(100, 100), (100, 150), (150, 75)] {
            let crop = try Self.crop(picture, to: try #require(PictureSize(width: width, height: height)), focus: focus)
            let dark = crop.pixels.count(0..<width, 0..<height) { $0[0] < 60 }
            #expect(dark > 20, "\(width) × \(height)")
        }
    }

    @Test(arguments: [(80, 150), (520, 150), (300, 150)])
    func attentionFindsALoneBrightSubject(x: Int, y: Int) throws {
        let picture = try PixelPictures.spot(600, 300, at: (x, y), reach: 25, [250, 60, 40], on: [60, 62, 66])
        let square = try #require(PictureSize(width: 200, height: 200))
        let crop = try Self.crop(picture, to: square, focus: nil)
        let pixels = crop.pixels
        // Of 51 × 51 pixels, two thirds as long.
        #expect(pixels.count(0..<200, 0..<200) { $0[0] > 180 } > 900)
        let again = try Self.crop(picture, to: square, focus: nil)
        #expect(again.pixels == pixels)
    }

    @Test func scalingKeepsColoursAndAlpha() throws {
        let opaque = try Self.crop(
            try PixelPictures.plain(300, 300, [200, 40, 90]), to: try #require(PictureSize(width: 100, height: 50)), focus: .center)
        let pixels = opaque.pixels
        #expect(pixels.bands == 3)
        #expect(pixels[0, 0] == [200, 40, 90])
        #expect(pixels[99, 49] == [200, 40, 90])
        let clear = try Self.crop(
            try PixelPictures.plain(300, 300, [200, 40, 90, 128]), to: try #require(PictureSize(width: 100, height: 50)), focus: nil)
        #expect(clear.pixels.bands == 4)
        #expect(clear.pixels[50, 25][3] == 128)
    }

    @Test func whatIsTooSmallIsCutAndNotScaled() throws {
        let picture = try PixelPictures.drawn(120, 100) { x, y in [UInt8(x), UInt8(y), 0] }
        let crop = try Self.crop(picture, to: try #require(PictureSize(width: 400, height: 400)), focus: FocalPoint("right"))
        let pixels = crop.pixels
        #expect([pixels.width, pixels.height] == [100, 100])
        #expect(pixels[0, 0] == [20, 0, 0])
        #expect(pixels[99, 99] == [119, 99, 0])
    }
}
