import Foundation

/// Addresses that somebody has written down, in the front matter or as a pattern.
package enum PageAddress {
    /// Names with these endings are files; every other address is a folder with an `index.html`, as servers know the
    /// type of a file by its ending alone, and `v1.2` has none.
    package static let fileEndings = ["html", "htm", "xhtml", "xml", "json", "txt"]

    package static func namesFile(_ address: String) -> Bool {
        guard let dot = address.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return fileEndings.contains(address[address.index(after: dot)...].lowercased())
    }

    /// The path within the site: without percent-encoding, with a leading slash, and with a trailing one unless it names
    /// a file. A folder's `index.html` is the folder: one file has one address.
    package static func path(_ written: String) -> String {
        let decoded = written.removingPercentEncoding ?? written
        var path = decoded.hasPrefix("/") ? decoded : "/" + decoded
        if path.hasSuffix("/index.html") { path.removeLast("index.html".utf8.count) }
        return path.hasSuffix("/") || namesFile(path) ? path : path + "/"
    }

    /// Whether it has a query or a fragment, which no file answers: what is behind `?` or `#` never reaches a folder.
    package static func hasQuery(_ written: String) -> Bool { written.contains { $0 == "?" || $0 == "#" } }
}
