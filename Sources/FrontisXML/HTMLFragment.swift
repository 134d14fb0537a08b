import CLibXML2

/// Pieces of raw HTML that authors write into posts, read by libxml2's HTML parser: never a whole page, as the
/// parser knows HTML 4 only.
package enum HTMLFragment {
    /// More than any tag of a person, with pictures in `data:` addresses counted in.
    private static let sizeLimit = 8 << 20

    /// The attributes of one `<img …>` tag in their order, names in lower case, entities resolved, the first of
    /// repeated ones. Nothing where the text is no such tag.
    package static func imageAttributes(of tag: String) -> [(name: String, value: String)]? {
        _ = XMLParsing.ready
        var tag = tag
        let attributes = tag.withUTF8 { bytes -> [(name: String, value: String)]? in
            guard bytes.count <= sizeLimit else { return nil }
            let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
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

    private static func firstImage(in node: xmlNodePtr?) -> xmlNodePtr? {
        var node = node
        while let current = node {
            if current.pointee.type == XML_ELEMENT_NODE, let name = current.pointee.name {
                if String(cString: name) == "img" { return current }
                if let found = firstImage(in: current.pointee.children) { return found }
            }
            node = current.pointee.next
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
        !name.isEmpty && name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A
        }
    }
}
