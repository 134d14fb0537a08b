import FrontisCore
import Testing

@testable import FrontisPictures

@Suite struct PictureInspectorTests {
    @Test(arguments: [
        (PictureFixtures.png, MediaType.png), (PictureFixtures.jpeg, .jpeg), (PictureFixtures.webp, .webp),
        (PictureFixtures.gif, .gif),
    ])
    func acceptsWholePictures(_ bytes: [UInt8], type: MediaType) throws {
        let expected = PictureInfo(mediaType: type, width: 16, height: 12)
        #expect(try PictureInspector.inspect(bytes) == expected)
        #expect(try PictureInspector.header(of: bytes) == expected)
    }

    @Test func givesTheSizeAsShown() throws {
        let info = try PictureInspector.inspect(PictureFixtures.turnedJPEG)
        #expect(info == PictureInfo(mediaType: .jpeg, width: 12, height: 16))
    }

    @Test(arguments: [
        ("", "the answer is empty"),
        ("<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>", "the answer is HTML, not a picture"),
        ("\n  <html lang=en>", "the answer is HTML, not a picture"),
        (#"{"error":{"message":"no"}}"#, "the answer is JSON, not a picture"),
        (#"<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>"#, "the answer is XML, not a picture"),
        ("upstream timed out", "the answer is text, not a picture"),
        ("\u{1}\u{2}\u{3}", "the answer is unknown data, not a picture"),
        ("%PDF-1.7\n", "PDF pictures are not accepted here"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG pictures are not accepted here"),
        ("\u{0}\u{0}\u{0}\u{1C}ftypheic\u{0}\u{0}\u{0}\u{0}", "HEIC pictures are not accepted here"),
    ])
    func refusesWhatIsNoPicture(_ text: String, message: String) throws {
        let error = #expect(throws: PictureError.self) { try PictureInspector.inspect(Array(text.utf8)) }
        #expect(error?.description == message)
    }

    @Test(.enabled(if: Vips.has("heifload_buffer"), "this libvips has no loader for AVIF"))
    func takesAVIFThatIsWhole() throws {
        let info = try PictureInspector.inspect(PictureFixtures.avif)
        #expect(info == PictureInfo(mediaType: .avif, width: 16, height: 12))
        let cut = Array(PictureFixtures.avif.dropLast(20))
        #expect(throws: PictureError.damaged(.avif)) { try PictureInspector.inspect(cut) }
    }

    @Test(.enabled(if: Vips.has("heifload_buffer"), "this libvips has no loader for AVIF"))
    func readsTheHeaderOfAVIF() throws {
        let info = try PictureInspector.header(of: PictureFixtures.avif)
        #expect(info == PictureInfo(mediaType: .avif, width: 16, height: 12))
    }

    /// At every length: a cut can fall into a header, between chunks or into the pixels.
    @Test(arguments: [
        (PictureFixtures.png, MediaType.png, "the PNG picture is cut off before its end"),
        (PictureFixtures.jpeg, .jpeg, "the JPEG picture is cut off before its end"),
        (PictureFixtures.webp, .webp, "the WebP picture is cut off before its end"),
        (PictureFixtures.gif, .gif, "the GIF picture is cut off before its end"),
    ])
    func refusesTruncatedPictures(_ bytes: [UInt8], type: MediaType, message: String) {
        // The last byte of a GIF only says that no other picture follows.
        for length in 1..<bytes.count - (type == .gif ? 1 : 0) {
            let cut = Array(bytes.prefix(length))
            let error = #expect(throws: PictureError.self, "cut to \(length) bytes") {
                try PictureInspector.inspect(cut)
            }
            if length > 30 { #expect(error?.description == message, "cut to \(length) bytes") }
        }
    }

    @Test func refusesDamagedPictures() {
        var bytes = PictureFixtures.png
        for index in 120..<160 { bytes[index] ^= 0x5A }
        // libvips' own threads disagree about damage now and then.
        for _ in 0..<300 {
            #expect(throws: PictureError.damaged(.png)) { try PictureInspector.inspect(bytes) }
        }
    }

    @Test func refusesHugeClaimsBeforeDecoding() {
        let error = #expect(throws: PictureError.self) {
            try PictureInspector.inspect(PictureFixtures.pngClaiming(width: 60000, height: 60000))
        }
        #expect(
            error?.description
                == "the picture claims 60000 × 60000 pixels; the limit is 16384 a side and 100 million in all")
    }

    @Test(arguments: [
        (PictureFixtures.png, MediaType.png), (PictureFixtures.jpeg, .jpeg), (PictureFixtures.webp, .webp),
        (PictureFixtures.gif, .gif),
    ])
    func obeysOtherLimits(_ bytes: [UInt8], type: MediaType) throws {
        #expect(try PictureInspector.inspect(bytes, limits: PictureLimits(pixels: 192, side: 16)).mediaType == type)
        for limits in [PictureLimits(pixels: 191, side: 16), PictureLimits(pixels: 192, side: 15)] {
            #expect(throws: PictureError.tooLarge(width: 16, height: 12, limits: limits)) {
                try PictureInspector.inspect(bytes, limits: limits)
            }
        }
    }

    /// A file's name or a vendor's header may lie: another format's bytes never reach the wrong loader.
    @Test func goesByTheBytes() {
        var bytes = PictureFixtures.jpeg
        bytes.replaceSubrange(0..<8, with: PictureFixtures.png.prefix(8))
        #expect(throws: PictureError.self) { try PictureInspector.inspect(bytes) }
    }

    @Test(arguments: [
        (#"<svg width="120" height="80"/>"#, 120, 80),
        (#"<svg width='1in' height="2.54cm">"#, 96, 96),
        (#"<svg viewBox="0 0 300 150" width="100%">"#, 300, 150),
        (#"<svg viewBox="0,0 300,150" width="600">"#, 600, 300),
        (
            "\u{FEFF}<?xml version='1.0'?>\n<!-- <svg width='9' height='9'> -->\n<svg\nheight='40' title='a > b' width='30'>",
            30, 40
        ),
        ("<!DOCTYPE svg [ <!ENTITY a 'b'> ]><svg width='7.6px' height='0.2'>", 8, 1),
    ])
    func readsTheSizeOfSVG(_ text: String, width: Int, height: Int) throws {
        let info = try PictureInspector.header(of: Array(text.utf8))
        #expect(info == PictureInfo(mediaType: .svg, width: width, height: height))
    }

    @Test(arguments: [
        "<svg>", "<svg width='100%' height='100%'>", "<svg width='-4' height='4'>", "<svg width='nan' height='inf'>",
        "<svg viewBox='0 0 0 0'>", "<svg width='1e300' height='1'>", "<svg width=5 height=5>",
    ])
    func saysWhenAnSVGHasNoSize(_ text: String) {
        #expect(throws: PictureError.sizeUnknown) { try PictureInspector.header(of: Array(text.utf8)) }
    }

    @Test(arguments: [
        "<svgfoo width='1' height='1'>", "<svg width='1' ", "<!-- <svg width='1' height='1'>", "<html><svg>",
    ])
    func takesNothingElseForSVG(_ text: String) {
        #expect(throws: PictureError.self) { try PictureInspector.header(of: Array(text.utf8)) }
    }
}
