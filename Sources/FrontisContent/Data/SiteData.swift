package import FrontisCore

/// What the files under `data/` say, for templates: `data/team/ana.yaml` is `site.data.team.ana`.
package struct SiteData: Sendable {
    package private(set) var values: [String: ParamValue] = [:]
    package private(set) var findings: [Diagnostic] = []

    private static let endings = ["yaml", "yml", "json", "toml", "csv"]

    /// - Parameters:
    ///   - files: paths under `data/`, sorted.
    ///   - load: gives a file's bytes.
    package init(_ files: [String], load: (String) throws(Diagnostic) -> [UInt8]) {
        var owners: [String: String] = [:]
        for file in files {
            guard let dot = file.lastIndex(of: "."), Self.endings.contains(file[file.index(after: dot)...].lowercased())
            else {
                continue
            }
            let name = String(file[..<dot])
            if let owner = owners[name] {
                findings.append(
                    Diagnostic(
                        .dataUnreadable, "data/\(owner) is called the same", at: SourceLocation(path: "data/" + file),
                        help: "templates cannot tell them apart: give one of them another name"))
                continue
            }
            owners[name] = file
            do throws(Diagnostic) {
                let value = try Self.value(of: try load(file), file)
                guard add(value, at: name.split(separator: "/").map(String.init)[...], to: &values) else {
                    findings.append(
                        Diagnostic(
                            .dataUnreadable, "something else of data/ has its place: a file is called like a folder",
                            at: SourceLocation(path: "data/" + file),
                            help:
                                "only a file of keys and values can stand beside a folder of its name, and with other keys"
                        ))
                    continue
                }
            } catch {
                findings.append(error)
            }
        }
    }

    /// - Returns: whether there was room for it.
    private func add(_ value: ParamValue, at path: ArraySlice<String>, to values: inout [String: ParamValue]) -> Bool {
        guard let first = path.first else { return false }
        let known = values[first] ?? .null
        if path.count > 1 {
            var inner: [String: ParamValue] = [:]
            switch known {
            case .map(let map): inner = map
            case .null: break
            default: return false
            }
            guard add(value, at: path.dropFirst(), to: &inner) else { return false }
            values[first] = .map(inner)
            return true
        }
        switch (known, value) {
        case (.null, _): values[first] = value
        case (.map(let inner), .map(let own)):
            guard Set(inner.keys).isDisjoint(with: own.keys) else { return false }
            values[first] = .map(own.merging(inner) { $1 })
        default: return false
        }
        return true
    }

    private static func value(of bytes: [UInt8], _ file: String) throws(Diagnostic) -> ParamValue {
        let path = "data/" + file
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard content.count <= ContentLimits.dataSize else {
            throw Diagnostic(
                .dataUnreadable, "file has more than \(ContentLimits.dataSize >> 20) MiB",
                at: SourceLocation(path: path))
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw Diagnostic(.fileEncoding, "file is not UTF-8", at: SourceLocation(path: path))
        }
        let source = SourceText(path: path, text: text)
        switch path[(path.lastIndex(of: ".") ?? path.startIndex)...].lowercased() {
        case ".csv": return try CSVDocument.read(text, in: source).param
        case ".toml":
            do throws(Diagnostic) {
                return try TOMLDocument.read(text, in: source, lineOffset: 0).param
            } catch {
                var finding = error
                finding.id = .dataUnreadable
                throw finding
            }
        case ".json":
            return text.allSatisfy(\.isWhitespace) ? .null : try JSONDocument.read(text, in: source)
        default: return try YAMLDocument.read(text, in: source, lineOffset: 0, id: .dataUnreadable)?.param ?? .null
        }
    }
}
