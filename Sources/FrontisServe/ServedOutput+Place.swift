import Foundation
import FrontisBuild

/// Which addresses lead to which files.
extension ServedOutput {
    /// What an address leads to.
    enum Place: Equatable {
        /// The file with that path.
        case file(String)
        /// Another address.
        case elsewhere(String)
        /// Nothing; the file that would be there.
        case nothing(String)
    }

    /// - Parameters:
    ///   - path: of the address, as it was asked for.
    ///   - query: is kept where it leads elsewhere.
    func place(of path: String, query: String?) -> Place {
        guard let decoded = Self.decoded(path), let base = Self.decoded(basePath) else { return .nothing("") }
        // By scalars: a name may begin with a mark that belongs to the slash before it.
        guard decoded.unicodeScalars.starts(with: base.unicodeScalars) else {
            let isRoot = decoded == "/" || decoded + "/" == base
            return isRoot ? .elsewhere(Self.address(basePath, query)) : .nothing("")
        }
        let rest = String(decoded.unicodeScalars.dropFirst(base.unicodeScalars.count))
        if rest.isEmpty || rest.utf8.last == UInt8(ascii: "/") {
            let index = rest + "index.html"
            return files.contains(index) ? .file(index) : .nothing(index)
        }
        if files.contains(rest) { return .file(rest) }
        if files.contains(rest + "/index.html") {
            return .elsewhere(Self.address(path + "/", query))
        }
        if files.contains(rest + ".html") { return .file(rest + ".html") }
        return .nothing(rest)
    }

    /// In NFC, as paths of the output are; nothing for what is no text.
    private static func decoded(_ path: String) -> String? {
        path.removingPercentEncoding?.precomposedStringWithCanonicalMapping
    }

    /// Two slashes at the beginning would be another site's address.
    private static func address(_ path: String, _ query: String?) -> String {
        let path = "/" + path.drop { $0 == "/" }
        return query.map { "\(path)?\($0)" } ?? path
    }
}
