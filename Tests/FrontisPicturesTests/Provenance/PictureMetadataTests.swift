import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisPictures

private typealias Fixtures = CredentialFixtures

@Suite struct ContentCredentialTests {
    private static let store = Fixtures.store
    private static let info = Fixtures.text("claim_generator_info")
    private static let line = Fixtures.text("claim_generator")
    private static let name = Fixtures.text("name")

    @Test(
        arguments: [
            ("PNG", Fixtures.png(("caBX", store))), ("JPEG", Fixtures.jpeg(store: store, segmentLength: 60_000)),
            ("JPEG in segments", Fixtures.jpeg(store: store, segmentLength: 17)), ("WebP", Fixtures.webp("C2PA", store)),
            ("AVIF", Fixtures.avif(Fixtures.manifestBox(store))), ("AVIF, plain", Fixtures.avif(store)), ("GIF", Fixtures.gif(store)),
            ("JPEG behind other segments", Fixtures.jpeg(Fixtures.exifSegment([]), (0xEB, Fixtures.boxSegment(9, 1, store)))),
        ] as [(String, [UInt8])])
    func isFoundInEveryFormat(name: String, bytes: [UInt8]) {
        let credential = PictureMetadata(bytes).credential
        #expect(credential == ContentCredential(length: Self.store.count, generator: "OpenAI Media Service API"), "\(name)")
    }

    @Test(
        arguments: [
            PictureFixtures.png, PictureFixtures.jpeg, PictureFixtures.turnedJPEG, PictureFixtures.webp, PictureFixtures.gif, PictureFixtures.avif,
            [], Array("caBX".utf8), Fixtures.store,
            // A box of another purpose, of another type, of another name.
            Fixtures.png(("caBX", Fixtures.superbox("other", []))), Fixtures.png(("tEXt", store)),
            Fixtures.avif(Fixtures.manifestBox(store, purpose: "merkle")),
            // The first segment is missing.
            Fixtures.jpeg((0xEB, Fixtures.boxSegment(1, 2, store))),
            // Cut off.
            Array(Fixtures.png(("caBX", store)).prefix(33 + 8 + store.count - 1)),
            // The store claims more than the chunk holds.
            Fixtures.png(("caBX", Fixtures.join(Fixtures.big(store.count + 1, 4), Array(store[4...])))),
        ] as [[UInt8]])
    func nothingIsMadeUp(bytes: [UInt8]) {
        #expect(PictureMetadata(bytes).credential == nil)
    }

    @Test(
        arguments: [
            ("version 1", Fixtures.join([0xA1], info, [0x81, 0xA1], name, Fixtures.text("Firefly")), "Firefly"),
            ("a line", Fixtures.line("Photoshop/22.3 c2pa-rs/0.1"), "Photoshop/22.3 c2pa-rs/0.1"),
            ("both", Fixtures.join([0xA2], line, Fixtures.text("line"), info, [0xA1], name, Fixtures.text("Name")), "Name"),
            // A map and a text of no stated length, and keys that are numbers.
            ("open ended", Fixtures.join([0xBF, 0x01, 0x7F], Fixtures.text("a"), [0xFF], line, Fixtures.text("x"), [0xFF]), "x"),
            ("control characters", Fixtures.line("a\u{1B}[31m\u{202E}b\n"), "a[31mb"),
            ("too long", Fixtures.line(String(repeating: "y", count: 200)), String(repeating: "y", count: 120)),
            ("cut off later", Fixtures.join([0xA2], line, Fixtures.text("kept"), [0x7B, 0xFF]), "kept"),
            ("empty", Fixtures.line(""), nil),
            ("not a map", [0x81, 0x01], nil), ("nothing", [], nil),
            ("no text", Fixtures.join([0xA1], line, [0x01]), nil),
            ("deep", Fixtures.join([0xA1], Fixtures.text("x"), Array(repeating: 0x81, count: 5000)), nil),
            ("a length beyond all bounds", [0xBB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], nil),
        ] as [(String, [UInt8], String?)])
    func theGeneratorIsReadFromTheActiveClaim(name: String, claim: [UInt8], generator: String?) {
        let bytes = Fixtures.png(("caBX", Fixtures.store(claim: claim, label: "c2pa.claim")))
        let credential = PictureMetadata(bytes).credential
        #expect(credential != nil)
        #expect(credential?.generator == generator, "\(name)")
    }
}

@Suite struct PicturePositionTests {
    private static let little = Fixtures.exif(little: true)
    private static let marked = Fixtures.exifSegment(little)

    @Test(
        arguments: [
            ("JPEG", Fixtures.jpeg(marked)),
            ("JPEG, big-endian", Fixtures.jpeg((0xE0, [1]), Fixtures.exifSegment(Fixtures.exif(little: false)))),
            ("JPEG, XMP", Fixtures.jpeg((0xE1, Fixtures.join(Fixtures.ascii("http://ns.adobe.com/xap/1.0/"), [0], Fixtures.xmp)))),
            ("PNG", Fixtures.png(("eXIf", little))), ("PNG, XMP", Fixtures.png(("iTXt", Fixtures.xmpChunk(Fixtures.xmp)))),
            ("WebP", Fixtures.webp("EXIF", little)), ("WebP with JPEG's mark", Fixtures.webp("EXIF", marked.content)),
            ("WebP, XMP", Fixtures.webp("XMP ", Fixtures.xmp)),
            ("AVIF", Fixtures.avif(Fixtures.box("mdat", marked.content))), ("AVIF, XMP", Fixtures.avif(Fixtures.box("mdat", Fixtures.xmp))),
        ] as [(String, [UInt8])])
    func isFound(name: String, bytes: [UInt8]) {
        #expect(PictureMetadata(bytes).hasPosition, "\(name)")
        #expect(PictureMetadata(bytes).credential == nil)
    }

    @Test(
        arguments: [
            PictureFixtures.png, PictureFixtures.jpeg, PictureFixtures.turnedJPEG, PictureFixtures.webp, PictureFixtures.avif,
            Fixtures.jpeg(Fixtures.exifSegment(Fixtures.exif(little: true, hasPosition: false))),
            // The camera has looked for satellites and found none.
            Fixtures.jpeg(Fixtures.exifSegment(Fixtures.exif(little: true, denominator: 0))),
            Fixtures.jpeg(Fixtures.exifSegment(Array(little.prefix(90)))), Fixtures.jpeg((0xE2, marked.content)),
            // Behind the end of the metadata.
            Fixtures.join(PictureFixtures.jpeg, [0xFF, 0xE1], Fixtures.big(marked.content.count + 2, 2), marked.content),
            Fixtures.png(("eXIf", Fixtures.ascii("no structure"))),
        ] as [[UInt8]])
    func nothingIsMadeUp(bytes: [UInt8]) {
        #expect(!PictureMetadata(bytes).hasPosition)
    }
}

@Suite struct HostileMetadataTests {
    /// A step of SplitMix64, so that a failing run can be had again.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let files: [[UInt8]] = {
        let (store, exif) = (Fixtures.store, Fixtures.exif(little: true))
        return [
            Fixtures.png(("caBX", store), ("eXIf", exif), ("iTXt", Fixtures.xmpChunk(Fixtures.xmp))),
            Fixtures.jpeg(store: store, segmentLength: 40), Fixtures.jpeg(Fixtures.exifSegment(exif), Fixtures.exifSegment(Fixtures.exif(little: false))),
            Fixtures.webp("C2PA", store), Fixtures.webp("EXIF", exif), Fixtures.avif(Fixtures.manifestBox(store)),
            Fixtures.avif(Fixtures.join(store, Fixtures.box("mdat", Fixtures.exifSegment(exif).content))), Fixtures.gif(store),
        ]
    }()

    /// Extreme numbers, flipped bits, cuts, repetitions: nothing may end the program or take for ever.
    /// Shorter: the first of the same damages of every file.
    @Test(arguments: Array(0..<8)) func damagedFilesSaySomethingOrNothing(file: Int) {
        var numbers = Numbers(state: UInt64(file) + 20_261_121)
        let original = Self.files[file]
        var found = 0
        for _ in 0..<TestLength.of(short: 400, long: 2000) {
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<6, using: &numbers) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
                case 2: for index in place..<min(bytes.count, place + 8) { bytes[index] = 0xFF }
                case 3: for index in place..<min(bytes.count, place + 4) { bytes[index] = 0 }
                case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
                default: bytes.removeSubrange(max(place, 12)..<max(min(bytes.count, place + 16), max(place, 12)))
                }
                if bytes.count < 16 { break }
            }
            let metadata = PictureMetadata(bytes)
            if let credential = metadata.credential {
                found += 1
                #expect(credential.length <= bytes.count)
                #expect((credential.generator?.count ?? 0) <= 120)
            }
            if metadata.hasPosition { found += 1 }
        }
        // Not every change hits what is read; none that are all missed would be a test of nothing.
        #expect(found > 0 && found < 4000)
    }

    @Test(arguments: Array(0..<8)) func everyCutIsSurvived(file: Int) {
        let bytes = Self.files[file]
        for length in 0..<bytes.count { _ = PictureMetadata(Array(bytes.prefix(length))) }
        let whole = PictureMetadata(bytes)
        #expect(whole.credential != nil || whole.hasPosition)
    }
}
