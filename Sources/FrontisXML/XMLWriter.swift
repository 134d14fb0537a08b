import CLibXML2

/// Writes an XML document into memory by libxml2's writer, and owns that writer.
///
/// Characters that XML 1.0 does not allow (section 2.2) are left out: one control character of a post would make
/// a whole feed unreadable.
package final class XMLWriter {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr

    /// Begins a document in UTF-8, indented by two blanks.
    ///
    /// - Parameter styleSheet: address of the CSS that browsers are to show it with.
    package init(styleSheet: String? = nil) throws(XMLError) {
        guard let buffer = xmlBufferCreate() else { throw XMLError(summary: "out of memory") }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw XMLError(summary: "out of memory")
        }
        self.buffer = buffer
        self.writer = writer
        xmlTextWriterSetIndent(writer, 1)
        xmlTextWriterSetIndentString(writer, "  ")
        try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
        if let styleSheet {
            try check(xmlTextWriterWritePI(writer, "xml-stylesheet", "type=\"text/css\" href=\"\(styleSheet)\""))
        }
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// An element with text in it, or an empty one. Names are the caller's own and are not checked.
    package func element(
        _ name: String, _ attributes: [(String, String)] = [], _ text: String? = nil
    ) throws(XMLError) {
        try start(name, attributes)
        if let text { try check(xmlTextWriterWriteString(writer, Self.allowed(text))) }
        try check(xmlTextWriterEndElement(writer))
    }

    /// An element with others in it.
    package func element(
        _ name: String, _ attributes: [(String, String)] = [], _ content: () throws -> Void
    ) throws {
        try start(name, attributes)
        try content()
        try check(xmlTextWriterEndElement(writer))
    }

    /// Ends the document and gives its text.
    package consuming func finish() throws(XMLError) -> String {
        try check(xmlTextWriterEndDocument(writer))
        guard let content = xmlBufferContent(buffer) else { return "" }
        let bytes = UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer)))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func start(_ name: String, _ attributes: [(String, String)]) throws(XMLError) {
        try check(xmlTextWriterStartElement(writer, name))
        for (name, value) in attributes {
            try check(xmlTextWriterWriteAttribute(writer, name, Self.allowed(value)))
        }
    }

    private func check(_ result: Int32) throws(XMLError) {
        guard result >= 0 else { throw XMLError(summary: "libxml2 could not write the document") }
    }

    private static func allowed(_ text: String) -> String {
        var text = text
        let isSuspect = text.withUTF8 { bytes in
            // U+FFFE and U+FFFF begin so in UTF-8, and few others.
            bytes.contains { $0 < 0x20 && $0 != 0x9 && $0 != 0xA && $0 != 0xD || $0 == 0xEF }
        }
        guard isSuspect else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
