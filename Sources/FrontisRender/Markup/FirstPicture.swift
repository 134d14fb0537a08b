import Foundation

/// Gives the first picture of a finished page precedence: it is what readers wait for.
///
/// Only the finished page tells which picture comes first, as templates may show any. What is looked for is
/// markup that `PictureMarkup` writes, and attributes that an author has written stay as they are.
enum FirstPicture {
    /// The end of every `<img>` that may wait.
    static let waiting = " decoding=\"async\" loading=\"lazy\""
    private static let mark = Array(waiting.utf8)
    private static let urgent = " decoding=\"async\" fetchpriority=\"high\""

    /// The page with its first picture asked for at once, and announced in its head.
    static func promoted(in page: [UInt8]) -> [UInt8] {
        guard let mark = index(of: mark, in: page).map({ $0..<$0 + mark.count }),
            let start = page[..<mark.lowerBound].lastRange(ofUTF8: "<img "),
            let head = page[..<start.lowerBound].firstRange(ofUTF8: "</head>")
        else { return page }
        var promoted: [UInt8] = []
        promoted.reserveCapacity(page.count + 1024)
        promoted += page[..<head.lowerBound]
        for link in preloads(page[head.upperBound..<start.lowerBound], image: page[start.lowerBound..<mark.upperBound])
        {
            promoted += link.utf8
        }
        promoted += page[head.lowerBound..<mark.lowerBound]
        promoted += urgent.utf8
        promoted += page[mark.upperBound...]
        return promoted
    }

    /// By the C library, which looks at many bytes at a time: most pages have no picture, and are looked through.
    private static func index(of pattern: [UInt8], in page: [UInt8]) -> Int? {
        page.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memmem(base, bytes.count, pattern, pattern.count) else {
                return nil
            }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }

    /// One for each `<source>` that a browser may choose, as far as its type goes: of several types it knows the
    /// first, else it finds the picture where it stands.
    private static func preloads(_ before: ArraySlice<UInt8>, image: ArraySlice<UInt8>) -> [String] {
        guard let open = before.lastRange(ofUTF8: "<picture>"),
            before[open.upperBound...].firstRange(ofUTF8: "</picture>") == nil
        else { return [link(String(decoding: image, as: UTF8.self), address: "src", media: nil)] }
        let sources = String(decoding: before[open.upperBound...], as: UTF8.self).split(separator: "<source ")
        var links: [String] = []
        var announced: Set<String> = []
        let hasDark = sources.contains { $0.contains(" media=") || $0.hasPrefix("media=") }
        for source in sources {
            let media = value(of: "media", in: source)
            guard announced.insert(media ?? "").inserted else { continue }
            links.append(
                link(
                    String(source), address: "srcset",
                    media: media ?? (hasDark ? "(prefers-color-scheme: light)" : nil)))
        }
        if hasDark, !announced.contains("") {
            links.append(
                link(String(decoding: image, as: UTF8.self), address: "src", media: "(prefers-color-scheme: light)"))
        }
        return links.isEmpty ? [link(String(decoding: image, as: UTF8.self), address: "src", media: nil)] : links
    }

    /// - Parameter tag: with values that are escaped already.
    private static func link(_ tag: String, address: String, media: String?) -> String {
        var link = "<link rel=\"preload\" as=\"image\""
        func add(_ name: String, _ value: String?) {
            if let value { link += " \(name)=\"\(value)\"" }
        }
        let set = value(of: "srcset", in: tag[...])
        if set == nil { add("href", value(of: address, in: tag[...])) }
        add("imagesrcset", set)
        add("imagesizes", set == nil ? nil : value(of: "sizes", in: tag[...]))
        add("type", value(of: "type", in: tag[...]))
        add("media", media)
        return link + " fetchpriority=\"high\">\n"
    }

    private static func value(of name: String, in tag: Substring) -> String? {
        let start =
            tag.firstRange(of: " \(name)=\"") ?? (tag.hasPrefix("\(name)=\"") ? tag.firstRange(of: "\(name)=\"") : nil)
        guard let start, let end = tag[start.upperBound...].firstIndex(of: "\"") else { return nil }
        return String(tag[start.upperBound..<end])
    }
}

extension ArraySlice<UInt8> {
    fileprivate func firstRange(ofUTF8 text: String) -> Range<Int>? { firstRange(of: Array(text.utf8)) }

    fileprivate func lastRange(ofUTF8 text: String) -> Range<Int>? {
        let pattern = Array(text.utf8)
        var start = endIndex - pattern.count
        while start >= startIndex {
            if self[start] == pattern[0], self[start..<start + pattern.count].elementsEqual(pattern) {
                return start..<start + pattern.count
            }
            start -= 1
        }
        return nil
    }
}
