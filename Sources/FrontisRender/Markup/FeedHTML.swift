import FrontisCore

/// Makes a page's text fit to stand among others', far from its own address: what raw HTML and footnotes leave relative
/// becomes absolute, and ids become the page's own.
struct FeedHTML {
    /// Within the site, without the base path.
    let page: String
    let addresses: Addresses

    private enum Kind {
        case id
        case address
        case addresses
    }

    private static let attributes: [(name: [UInt8], kind: Kind)] = [
        (Array(" id=".utf8), .id), (Array(" href=".utf8), .address), (Array(" src=".utf8), .address),
        (Array(" poster=".utf8), .address), (Array(" srcset=".utf8), .addresses),
    ]

    func text(_ html: String) -> String {
        var html = html
        let edits: [(range: Range<Int>, text: String)] = html.withUTF8 { bytes in
            var edits: [(range: Range<Int>, text: String)] = []
            for attribute in Self.attributes { find(attribute.name, attribute.kind, in: bytes, &edits) }
            guard !edits.isEmpty else { return [] }
            let drawings = Self.drawings(in: bytes)
            edits.removeAll { edit in drawings.contains { $0.contains(edit.range.lowerBound) } }
            return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
        guard !edits.isEmpty else { return html }
        // Pieces of text that is UTF-8 already, so that nobody has to look at all of it again.
        var output = ""
        output.reserveCapacity(html.utf8.count + edits.count * 48)
        var (position, start) = (0, html.utf8.startIndex)
        for edit in edits where edit.range.lowerBound >= position {
            let end = html.utf8.index(start, offsetBy: edit.range.lowerBound - position)
            output += html[start..<end]
            output += edit.text
            start = html.utf8.index(end, offsetBy: edit.range.count)
            position = edit.range.upperBound
        }
        output += html[start...]
        return output
    }

    private func find(
        _ name: [UInt8], _ kind: Kind, in bytes: UnsafeBufferPointer<UInt8>,
        _ edits: inout [(range: Range<Int>, text: String)]
    ) {
        var position = 0
        while let found = ByteSearch.index(of: name, in: bytes, from: position) {
            position = found + name.count
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'"),
                let end = ByteSearch.index(of: bytes[position], in: bytes, from: position + 1)
            else { continue }
            let range = (position + 1)..<end
            position = end
            // Most addresses are absolute.
            if kind == .address, bytes[range].starts(with: "http".utf8) { continue }
            let value = String(decoding: bytes[range], as: UTF8.self)
            if let text = changed(value, kind) { edits.append((range, text)) }
        }
    }

    private func changed(_ value: String, _ kind: Kind) -> String? {
        switch kind {
        case .id: return value.isEmpty ? nil : prefix + value
        case .address: return absolute(value)
        case .addresses:
            var set = SourceSet(value)
            for index in set.candidates.indices {
                set.candidates[index].address = absolute(set.candidates[index].address) ?? set.candidates[index].address
            }
            return set.text
        }
    }

    /// `posts-night-train-` for the ids of `/posts/night-train/`.
    private var prefix: String { page.split(separator: "/").joined(separator: "-") + "-" }

    /// As browsers read it on the page; nothing for what is absolute already.
    private func absolute(_ value: String) -> String? {
        guard !value.isEmpty, !Reference.isElsewhere(value) else { return nil }
        if value.first == "#" || value.first == "?" { return addresses.absolute(page) + value }
        // Raw HTML has no base path added on the page either.
        if value.first == "/" { return addresses.origin + value }
        let end = value.firstIndex { $0 == "?" || $0 == "#" } ?? value.endIndex
        let folder = ReferenceResolver.folder(of: page)
        let folded = Reference.folded(folder + value[..<end]) ?? ""
        let slash = value[..<end].hasSuffix("/") || folded.isEmpty ? "/" : ""
        return addresses.absolute("/" + folded + (folded.isEmpty ? "" : slash)) + value[end...]
    }

    /// Drawings refer to ids within themselves.
    private static func drawings(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let (start, close) = (Array("<svg".utf8), Array("</svg>".utf8))
        var drawings: [Range<Int>] = []
        var position = 0
        while let open = ByteSearch.index(of: start, in: bytes, from: position) {
            let end = ByteSearch.index(of: close, in: bytes, from: open) ?? bytes.count
            drawings.append(open..<end)
            position = end
        }
        return drawings
    }
}
