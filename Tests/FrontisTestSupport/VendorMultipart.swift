import Foundation

/// A `multipart/form-data` body (RFC 7578), read strictly.
struct VendorMultipart {
    struct Part {
        var name: String
        var fileName: String?
        var contentType: String?
        var bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    let parts: [Part]

    /// Nothing if the content type has no boundary or the body does not follow it to its closing line.
    init?(body: [UInt8], contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let marker = contentType.range(of: "boundary=")
        else { return nil }
        let boundary = contentType[marker.upperBound...].prefix { $0 != ";" }
            .trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        guard (1...70).contains(boundary.utf8.count) else { return nil }
        let delimiter = Data("\r\n--\(boundary)".utf8)
        var rest = Data("\r\n".utf8) + Data(body)
        var parts: [Part] = []
        guard let first = rest.range(of: delimiter) else { return nil }
        rest = rest[first.upperBound...]
        while true {
            if rest.starts(with: Data("--".utf8)) { break }
            guard rest.starts(with: Data("\r\n".utf8)), let next = rest.range(of: delimiter),
                let part = Self.part(rest[rest.startIndex..<next.lowerBound].dropFirst(2))
            else { return nil }
            parts.append(part)
            rest = rest[next.upperBound...]
        }
        self.parts = parts
    }

    private static func part(_ bytes: Data) -> Part? {
        guard let blank = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        var headers: [String: String] = [:]
        for line in String(decoding: bytes[..<blank.lowerBound], as: UTF8.self).components(separatedBy: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { return nil }
            headers[halves[0].lowercased()] = halves[1].trimmingCharacters(in: .whitespaces)
        }
        guard let disposition = headers["content-disposition"], disposition.hasPrefix("form-data"),
            let name = parameter("name", of: disposition)
        else { return nil }
        return Part(
            name: name, fileName: parameter("filename", of: disposition), contentType: headers["content-type"],
            bytes: Array(bytes[blank.upperBound...]))
    }

    private static func parameter(_ name: String, of header: String) -> String? {
        guard let start = header.range(of: " \(name)=\"") else { return nil }
        let rest = header[start.upperBound...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
    }
}
