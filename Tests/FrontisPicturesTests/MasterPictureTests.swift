import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisPictures

@Suite struct MasterPictureTests {
    private static func master(_ name: String, box: (width: Int, height: Int)? = nil) throws -> MasterPicture {
        let bytes = try PictureFiles.bytes(name)
        let info = try PictureInspector.header(of: bytes)
        return try MasterPicture(bytes, info, fitting: box ?? (info.width, info.height))
    }

    private static func color(of picture: borrowing VipsPicture, x: Int, y: Int) throws -> [Double] {
        let pixels = picture.pixels() ?? []
        try #require(pixels.count == picture.width * picture.height * picture.bands)
        let start = (y * picture.width + x) * picture.bands
        return pixels[start..<start + picture.bands].map(Double.init)
    }

    private static func isNear(_ color: [Double], _ other: [Double], by distance: Double) -> Bool {
        color.count == other.count && zip(color, other).allSatisfy { abs($0 - $1) <= distance }
    }

    @Test(arguments: [
        ("plain.png", 2.0), ("display-p3.png", 4), ("sixteen-bit.png", 2), ("palette.png", 2), ("opaque-alpha.png", 2),
        ("photo.webp", 12), ("photo.avif", 12), ("still.gif", 2),
    ])
    func redStaysRed(name: String, distance: Double) throws {
        let master = try Self.master(name)
        #expect((master.width, master.height) == (144, 96))
        let isOpaque = master.isOpaque
        #expect(isOpaque)
        let color = try Self.color(of: master.picture, x: 10, y: 10)
        #expect(Self.isNear(color, [255, 0, 0], by: distance), "\(name): \(color)")
    }

    @Test func inksBecomeLight() throws {
        let master = try Self.master("cmyk.jpg")
        let color = try Self.color(of: master.picture, x: 10, y: 10)
        #expect(color.count == 3 && color[0] > 200 && color[1] < 70 && color[2] < 70, "\(color)")
    }

    @Test(arguments: ["grey.png", "one-bit.png"])
    func greyHasThreeEqualBands(name: String) throws {
        let master = try Self.master(name)
        let color = try Self.color(of: master.picture, x: 100, y: 80)
        #expect(color.count == 3 && color[0] == color[1] && color[1] == color[2], "\(color)")
    }

    /// A scanner's file: greys, with the profile of a device of colours, or with one that is none.
    @Test(arguments: [true, false])
    func aProfileThatDoesNotFitIsLeftOut(isProfile: Bool) throws {
        try Vips.start()
        let grey = VipsPicture(pixels: [UInt8](repeating: 120, count: 120 * 80), width: 120, height: 80, bands: 1)
        let encoded = grey?.jpeg(quality: 90)
        let jpeg = try #require(encoded)
        let profile = try PictureFiles.bytes("display-p3.icc")
        let written = Array("ICC_PROFILE\0\u{1}\u{1}".utf8) + (isProfile ? profile : [UInt8](repeating: 7, count: 400))
        let length = written.count + 2
        let scan = [0xFF, 0xD8, 0xFF, 0xE2, UInt8(length >> 8), UInt8(length & 0xFF)] + written + jpeg.dropFirst(2)
        let master = try MasterPicture(scan, PictureInspector.header(of: scan), fitting: (60, 40))
        #expect((master.width, master.height) == (60, 40))
        let color = try Self.color(of: master.picture, x: 10, y: 10)
        #expect(Self.isNear(color, [120, 120, 120], by: 3), "\(color)")
    }

    @Test func whatShinesThroughStaysSo() throws {
        let master = try Self.master("transparent.png")
        let isOpaque = master.isOpaque
        #expect(!isOpaque)
        #expect(try Self.color(of: master.picture, x: 10, y: 10).count == 4)
    }

    @Test(arguments: [(1, false), (2, true)])
    func aTurnedPhotographStandsUprightAndForgetsWhereItWasTaken(scale: Int, isShrunk: Bool) throws {
        let master = try Self.master("turned-with-position.jpg", box: (96 / scale, 144 / scale))
        #expect((master.width, master.height) == (96 / scale, 144 / scale))
        // The red block was upper left before the quarter turn.
        let color = try Self.color(of: master.picture, x: 90 / scale, y: 10 / scale)
        #expect(Self.isNear(color, [254, 0, 0], by: 12), "\(color)")
        guard let resized = master.picture.resized(toExactly: 48, 72)?.inMemory() else {
            Issue.record("not resized")
            return
        }
        for type in [MediaType.avif, .webp, .jpeg, .png] {
            let bytes = try resized.encoded(as: PictureEncoding(type, VariantSettings.Quality()))
            #expect(try PictureInspector.header(of: bytes) == PictureInfo(mediaType: type, width: 48, height: 72))
            #expect(bytes.firstRange(of: Array("Maker".utf8)) == nil, "\(type)")
            // The tag of the GPS directory, in either byte order.
            #expect(bytes.firstRange(of: [0x25, 0x88, 4, 0]) == nil && bytes.firstRange(of: [0x88, 0x25, 0, 4]) == nil)
        }
    }

    @Test(arguments: [("animated.gif", true), ("animated.webp", true), ("animated.png", true), ("still.gif", false), ("photo.webp", false)])
    func whatMovesIsKnown(name: String, moves: Bool) throws {
        #expect(try PictureInspector.header(of: PictureFiles.bytes(name)).isAnimated == moves)
    }

    @Test func extremesAreScaledToWhatIsNeeded() throws {
        let wide = try Self.master("wide.png", box: (1200, 1))
        #expect((wide.width, wide.height) == (1200, 1))
        let tall = try Self.master("tall.jpg", box: (70, 9000))
        #expect((tall.width, tall.height) == (70, 9000))
        let dot = try Self.master("one-pixel.png")
        #expect(try Self.color(of: dot.picture, x: 0, y: 0) == [9, 8, 7])
        for type in [MediaType.avif, .webp, .jpeg, .png] {
            #expect(try dot.picture.encoded(as: PictureEncoding(type, VariantSettings.Quality())).isEmpty == false)
        }
    }

    @Test(arguments: ["plain.png", "turned-with-position.jpg", "photo.webp"])
    func aPictureThatIsCutOffIsNeverTaken(name: String) throws {
        let whole = try PictureFiles.bytes(name)
        let info = try PictureInspector.header(of: whole)
        let cut = Array(whole.prefix(whole.count * 3 / 4))
        for _ in 0..<20 {
            #expect(throws: PictureError.truncated(info.mediaType)) {
                _ = try MasterPicture(cut, info, fitting: (info.width, info.height))
            }
        }
    }

    @Test func aBombIsNotDefused() throws {
        let bytes = PictureFixtures.pngClaiming(width: 60_000, height: 60_000)
        let info = PictureInfo(mediaType: .png, width: 60_000, height: 60_000)
        #expect(throws: PictureError.tooLarge(width: 60_000, height: 60_000, limits: .ownFiles)) {
            _ = try MasterPicture(bytes, info, fitting: (1200, 1200))
        }
    }

    /// Libraries that make code for each size have to do so in peace: several threads ended the program here.
    @Test func manyPicturesAtOnce() async throws {
        let names = ["plain.png", "turned-with-position.jpg", "photo.webp"]
        let files = try names.map { try PictureFiles.bytes($0) }
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    for side in 0..<TestLength.of(short: 60, long: 300) {
                        let bytes = files[side % files.count]
                        let master = try MasterPicture(bytes, try PictureInspector.header(of: bytes), fitting: (60, 60))
                        let operation = PictureOperation(width: 10 + side % 40, height: 10 + side % 30)
                        _ = try master.derive(operation, [PictureEncoding(.jpeg, VariantSettings.Quality())]) { _, _ in }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Whatever is in a file, the program goes on: bytes changed, cut out, put in, cut off. Shorter: fewer damages of every
    /// file, others in each run.
    @Test(arguments: [
        "plain.png", "sixteen-bit.png", "animated.png", "turned-with-position.jpg", "cmyk.jpg", "photo.webp", "animated.webp",
        "photo.avif", "still.gif", "animated.gif",
    ])
    func damagedFilesByTheThousand(name: String) throws {
        let whole = try PictureFiles.bytes(name)
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededNumbers(seed: seed)
        for _ in 0..<TestLength.of(short: 60, long: 400) {
            var bytes = whole
            for _ in 0...Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
                case 2: bytes.insert(contentsOf: (0..<9).map { _ in UInt8.random(in: 0...255, using: &random) }, at: place)
                case 3: bytes.removeLast(bytes.count - place)
                default:
                    // Sizes and counts are where trouble is.
                    for offset in place..<min(place + 4, bytes.count) { bytes[offset] = [0, 0x7F, 0xFF].randomElement(using: &random) ?? 0 }
                }
            }
            do {
                let info = try PictureInspector.header(of: bytes)
                let master = try MasterPicture(bytes, info, fitting: (96, 96))
                _ = try master.derive(PictureOperation(width: 32, height: 32), [PictureEncoding(.jpeg, VariantSettings.Quality())]) { _, _ in }
            } catch let error as PictureError {
                #expect(!error.description.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [
        ("<svg width='1' height='1'><script>alert(1)</script></svg>", "a script"),
        ("<svg width='1' height='1' onload='x()'/>", "a script"),
        ("<svg width='1' height='1'><a href='javascript:x()'/></svg>", "a script"),
        ("<svg width='1' height='1'><foreignObject/></svg>", "a web page inside the drawing"),
        ("<svg width='1' height='1'><image href=\"https://e.org/x.png\"/></svg>", "a reference to another address"),
        ("<svg width='1' height='1'><style>@import 'https://e.org/x.css';</style></svg>", "a reference to another address"),
        ("<svg width='1' height='1'><a href=\"https://e.org/\"><rect/></a></svg>", nil),
        ("<svg width='1' height='1'><text>Based on = words</text><use href='#a'/></svg>", nil),
        ("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>", nil),
    ])
    func drawingsThatDoMoreThanDraw(svg: String, activity: String?) {
        #expect(PictureInspector.activity(ofSVG: Array(svg.utf8)) == activity)
    }
}
