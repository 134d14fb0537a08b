import CLibXML2

/// Pieces of raw HTML that authors write into posts, read by libxml2's HTML parser: never a whole page, as the
/// parser knows HTML 4 only.
package enum HTMLFragment {
    /// More than any tag of a person, with pictures in `data:` addresses counted in.
    private static let sizeLimit = 8 << 20

    /// More than any tag of a person. libxml2 compares each attribute with all before it, and is asked once for each
    /// picture of a page.
    private static let attributeLimit = 512

    /// The attributes of one `<img …>` tag in their order, names in lower case, entities resolved, the first of
    /// repeated ones. Nothing where the text is no such tag.
    package static func imageAttributes(of tag: String) -> [(name: String, value: String)]? {
        _ = XMLParsing.ready
        guard tag.utf8.count <= sizeLimit, isImageTag(tag), mayBeAttributes(in: tag) <= attributeLimit else {
            return nil
        }
        // libxml2 takes the character for the end of the text.
        var tag = tag.utf8.contains(0) ? String(tag.split(separator: "\0").joined(separator: "\u{FFFD}")) : tag
        let attributes = tag.withUTF8 { bytes -> [(name: String, value: String)]? in
            let options =
                HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_RECOVER.rawValue
            let document = bytes.withMemoryRebound(to: CChar.self) { text in
                htmlReadMemory(text.baseAddress, Int32(text.count), nil, "UTF-8", Int32(options))
            }
            guard let document else { return nil }
            defer { xmlFreeDoc(document) }
            guard let image = firstImage(in: xmlDocGetRootElement(document)) else { return nil }
            return Self.attributes(of: image)
        }
        return attributes
    }

    /// `<img` in any case, and then no letter that would make it another tag.
    private static func isImageTag(_ tag: String) -> Bool {
        let start = Array(tag.utf8.prefix(5))
        guard start.count == 5, start[0] == UInt8(ascii: "<") else { return false }
        let name = start[1...3].map { $0 | 0x20 }
        return name == Array("img".utf8) && [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x2F, 0x3E].contains(start[4])
    }

    /// An upper bound of the number of attributes: each begins behind white space or has an equals sign, and most have
    /// both.
    private static func mayBeAttributes(in tag: String) -> Int {
        var count = 0
        var quote: UInt8?
        var previous: UInt8 = 0
        var wasBlank = false
        for byte in tag.utf8 {
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
                quote = byte
            } else if byte == UInt8(ascii: "=") || isBlank && !wasBlank {
                count += 1
            }
            wasBlank = isBlank
            if !isBlank { previous = byte }
        }
        return count
    }

    /// In the order of the document, without recursion: how deep the text is nested is up to its author.
    private static func firstImage(in root: xmlNodePtr?) -> xmlNodePtr? {
        var node = root
        while let current = node {
            if current.pointee.type == XML_ELEMENT_NODE, let name = current.pointee.name,
                String(cString: name) == "img"
            {
                return current
            }
            node = current.pointee.children ?? current.pointee.next
            var above = current.pointee.parent
            while node == nil, let parent = above, parent.pointee.type == XML_ELEMENT_NODE {
                node = parent.pointee.next
                above = parent.pointee.parent
            }
        }
        return nil
    }

    private static func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        var attribute = node.pointee.properties
        while let current = attribute {
            if let name = current.pointee.name {
                var text = ""
                if let value = xmlNodeListGetString(current.pointee.doc, current.pointee.children, 1) {
                    text = String(cString: value)
                    frontis_xml_free(value)
                }
                let name = String(cString: name).lowercased()
                if isName(name), !attributes.contains(where: { $0.name == name }) { attributes.append((name, text)) }
            }
            attribute = current.pointee.next
        }
        return attributes
    }

    /// What can be written back between a tag's name and its end without meaning anything else.
    private static func isName(_ name: String) -> Bool {
        guard !name.isEmpty else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
            default: false
            }
        }
    }
}
