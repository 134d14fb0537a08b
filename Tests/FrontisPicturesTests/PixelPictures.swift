@testable import FrontisPictures

/// Pictures made of a rule for each pixel, and looking at single pixels of others.
enum PixelPictures {
    static func drawn(_ width: Int, _ height: Int, _ color: (_ x: Int, _ y: Int) -> [UInt8]) throws -> VipsPicture {
        var pixels: [UInt8] = []
        for y in 0..<height { for x in 0..<width { pixels += color(x, y) } }
        try Vips.start()
        guard let picture = VipsPicture(pixels: pixels, width: width, height: height, bands: pixels.count / (width * height)) else {
            throw PictureError.notDrawn(Vips.takeError())
        }
        return picture
    }

    static func plain(_ width: Int, _ height: Int, _ color: [UInt8]) throws -> VipsPicture {
        try drawn(width, height) { _, _ in color }
    }

    /// A square of 2 × `reach` pixels with its centre at a place, on another colour.
    static func spot(_ width: Int, _ height: Int, at place: (x: Int, y: Int), reach: Int, _ color: [UInt8], on ground: [UInt8]) throws -> VipsPicture {
        try drawn(width, height) { x, y in max(abs(x - place.x), abs(y - place.y)) <= reach ? color : ground }
    }
}

/// The pixels of a picture, by place. Says little of itself: a failed test would print millions of numbers.
struct Pixels: Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    let bytes: [UInt8]
    let width: Int
    let height: Int
    let bands: Int

    init(_ picture: borrowing VipsPicture) throws {
        guard let bytes = picture.pixels() else { throw PictureError.notDrawn(Vips.takeError()) }
        self.bytes = bytes
        (width, height, bands) = (picture.width, picture.height, picture.bands)
    }

    var description: String { "\(width) × \(height) pixels of \(bands) bands" }
    var debugDescription: String { description }

    subscript(x: Int, y: Int) -> [UInt8] {
        let start = (y * width + x) * bands
        return Array(bytes[start..<start + bands])
    }

    func count(_ columns: Range<Int>, _ rows: Range<Int>, where isMeant: ([UInt8]) -> Bool) -> Int {
        rows.reduce(0) { count, y in count + columns.count { isMeant(self[$0, y]) } }
    }
}
