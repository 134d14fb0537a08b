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

    /// - Throws: where the text is not well-formed, with the line.
    package init(_ text: String) throws(XMLError) {
        _ = XMLParsing.ready
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        guard let context = xmlNewParserCtxt() else { throw XMLError(summary: "out of memory") }
        defer { xmlFreeParserCtxt(context) }
        var text = text
        let document = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
            }
        }
        guard let document, let root = xmlDocGetRootElement(document) else {
            if let document { xmlFreeDoc(document) }
            let error = xmlCtxtGetLastError(context)
            let words = error?.pointee.message.map { String(cString: $0) } ?? "not XML"
            throw XMLError(
                summary: words.split(separator: "\n").joined(separator: " "), line: error.map { Int($0.pointee.line) })
        }
        defer { xmlFreeDoc(document) }
        self.root = Self.element(root)
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
