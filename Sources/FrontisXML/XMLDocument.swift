import CLibXML2

/// An XML document read strictly: no recovery, no network, no external entities.
package struct XMLDocument: Sendable {
    package struct Element: Sendable {
        package var name: String
        package var attributes: [String: String]
        package var children: [Element]
        /// The text of the element and of all below it.
        package var text: String

        /// The first child of that name.
        package subscript(name: String) -> Element? { children.first { $0.name == name } }
    }

    package let root: Element

    /// - Throws: where the text is not well-formed, with the place of the first error.
    package init(_ text: String) throws(XMLError) {
        _ = XMLParsing.ready
        var text = text
        var failure: XMLError?
        var root: Element?
        text.withUTF8 { bytes in
            guard let length = Int32(exactly: bytes.count) else {
                failure = XMLError(summary: "too long to be read")
                return
            }
            var first = frontis_xml_error()
            let document = bytes.withMemoryRebound(to: CChar.self) { frontis_xml_read($0.baseAddress, length, &first) }
            defer { xmlFreeDoc(document) }
            guard let document, let element = xmlDocGetRootElement(document) else {
                failure = XMLError(first)
                return
            }
            root = Self.element(element)
        }
        guard let root else { throw failure ?? XMLError(summary: "not XML") }
        self.root = root
    }

    /// Throws unless the text is well-formed.
    package static func check(_ text: String) throws(XMLError) {
        _ = try XMLDocument(text)
    }

    /// libxml2 itself refuses documents that are nested deeper than 256 levels.
    private static func element(_ node: xmlNodePtr) -> Element {
        var element = Element(name: qualifiedName(node), attributes: [:], children: [], text: "")
        var attribute = node.pointee.properties
        while let current = attribute {
            if let name = current.pointee.name,
                let value = xmlNodeListGetString(current.pointee.doc, current.pointee.children, 1)
            {
                element.attributes[String(cString: name)] = String(cString: value)
                frontis_xml_free(value)
            }
            attribute = current.pointee.next
        }
        if let content = xmlNodeGetContent(node) {
            element.text = String(cString: content)
            frontis_xml_free(content)
        }
        var child = node.pointee.children
        while let current = child {
            if current.pointee.type == XML_ELEMENT_NODE { element.children.append(Self.element(current)) }
            child = current.pointee.next
        }
        return element
    }

    private static func qualifiedName(_ node: xmlNodePtr) -> String {
        let name = node.pointee.name.map { String(cString: $0) } ?? ""
        guard let prefix = node.pointee.ns?.pointee.prefix else { return name }
        return String(cString: prefix) + ":" + name
    }
}

extension XMLError {
    fileprivate init(_ error: frontis_xml_error) {
        let words = withUnsafeBytes(of: error.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        summary = words.isEmpty ? "not XML" : words.split(separator: "\n").joined(separator: " ")
        line = error.line > 0 ? Int(error.line) : nil
        column = error.column > 0 ? Int(error.column) : nil
    }
}
