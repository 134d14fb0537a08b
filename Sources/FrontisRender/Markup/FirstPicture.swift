import FrontisCore
import Foundation

/// Gives the first picture of a finished page precedence: it is what readers wait for.
///
/// Only the finished page tells which picture comes first, as templates may show any. What is looked for is
/// markup that `PictureMarkup` writes, and attributes that an author has written stay as they are.
enum FirstPicture {
    /// The end of every `<img>` that may wait.
    static let waiting = " decoding=\"async\" loading=\"lazy\""
    private static let urgent = " decoding=\"async\" fetchpriority=\"high\""

    private static let mark = Array(waiting.utf8)
    private static let headEnd = Array("</head>".utf8)
    private static let image = Array("<img ".utf8)
    private static let picture = Array("<picture>".utf8)
    private static let pictureEnd = Array("</picture>".utf8)

    /// The page with its first picture asked for at once, and announced in its head.
    static func promoted(in page: [UInt8]) -> [UInt8] {
        page.withUnsafeBufferPointer { bytes in
            guard let end = ByteSearch.index(of: mark, in: bytes),
                let head = ByteSearch.index(of: headEnd, in: bytes, to: end),
                let start = ByteSearch.lastIndex(of: image, in: bytes, from: head, to: end)
            else { return page }
            var promoted: [UInt8] = []
            promoted.reserveCapacity(page.count + 1024)
            promoted += bytes[..<head]
            for link in preloads(in: bytes, between: head, and: start, image: text(bytes[start..<end])) {
                promoted += link.utf8
            }
            promoted += bytes[head..<end]
            promoted += urgent.utf8
            promoted += bytes[(end + mark.count)...]
            return promoted
        }
    }

    private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Preloads

    /// One for each `<source>` that a browser may choose, as far as its type goes: of several types it knows the
    /// first, else it finds the picture where it stands.
    private static func preloads(
        in bytes: UnsafeBufferPointer<UInt8>, between head: Int, and start: Int, image: String
    ) -> [String] {
        guard let open = ByteSearch.lastIndex(of: picture, in: bytes, from: head, to: start),
            ByteSearch.index(of: pictureEnd, in: bytes, from: open, to: start) == nil
        else { return [link(image, media: nil)] }
        // One tag after the other, without its `<`.
        let sources = bytes[(open + picture.count)..<start].split(separator: UInt8(ascii: "<")).map(text)
            .filter { $0.hasPrefix("source ") }
        var links: [String] = []
        var announced: Set<String> = []
        let hasDark = sources.contains { value(of: "media", in: $0) != nil }
        let light = hasDark ? "(prefers-color-scheme: light)" : nil
        for source in sources {
            let media = value(of: "media", in: source)
            guard announced.insert(media ?? "").inserted else { continue }
            links.append(link(source, media: media ?? light))
        }
        if !announced.contains("") { links.append(link(image, media: light)) }
        return links
    }

    /// - Parameter tag: with values that are escaped already.
    private static func link(_ tag: String, media: String?) -> String {
        var link = "<link rel=\"preload\" as=\"image\""
        func add(_ name: String, _ value: String?) {
            if let value { link += " \(name)=\"\(value)\"" }
        }
        if let set = value(of: "srcset", in: tag) {
            add("imagesrcset", set)
            add("imagesizes", value(of: "sizes", in: tag))
        } else {
            add("href", value(of: "src", in: tag))
        }
        add("type", value(of: "type", in: tag))
        add("media", media)
        return link + " fetchpriority=\"high\">\n"
    }

    private static func value(of name: String, in tag: String) -> String? {
        guard let start = tag.range(of: " \(name)=\"", options: .literal),
            let end = tag[start.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return String(tag[start.upperBound..<end])
    }
}
