import FrontisCore

/// Reads the block `publish:` of `frontis.yaml`.
enum PublishReader {
    private static let keys = ["to", "credentials", "endpoint", "public-url", "allow-insecure-http"]

    /// Nothing where the block does not say where to; why not is in the reader's findings.
    static func read(_ node: SourceNode, _ reader: inout NodeReader) -> Publishing? {
        // A line that may hold a private key is quoted in no finding.
        var own = NodeReader(source: reader.source)
        let publishing = publishing(node, &own)
        let isSecret = node["credentials"].map(holdsKey) ?? false
        for var finding in own.diagnostics {
            if isSecret { finding.sourceLine = nil }
            reader.diagnostics.append(finding)
        }
        return publishing
    }

    private static func publishing(_ node: SourceNode, _ reader: inout NodeReader) -> Publishing? {
        reader.checkKeys(of: node, known: keys, in: "publish", id: .configurationUnknownKey)
        let target = target(node, &reader)
        let credentials = credentials(node["credentials"], &reader)
        let endpoint = address(node["endpoint"], "publish.endpoint", &reader, help: endpointHelp)
        let publicURL = address(node["public-url"], "publish.public-url", &reader, help: publicHelp)
        let allowed = reader.flag(
            node["allow-insecure-http"], "publish.allow-insecure-http", id: .configurationValue)
        guard var publishing = target else { return nil }
        publishing.credentials = credentials
        publishing.endpoint = endpoint.map { Located(String($0.value.dropLast()), at: $0.location) }
        publishing.publicURL = publicURL?.value
        publishing.allowsInsecureHTTP = allowed ?? false
        return publishing
    }

    private static let endpointHelp = "write the service's origin: endpoint: https://storage.example.org"
    private static let publicHelp =
        "write what stands before the names of files: public-url: https://pictures.example.org/"

    // MARK: Where to

    private static func target(_ node: SourceNode, _ reader: inout NodeReader) -> Publishing? {
        let help = "write it as to: gs://bucket or to: gs://bucket/prefix"
        guard let to = node["to"], let written = reader.text(to, "publish.to", id: .configurationValue) else {
            if !reader.diagnostics.contains(where: { $0.id == .configurationValue }) {
                reader.report(.configurationValue, "publish does not say where to", at: node.location, help: help)
            }
            return nil
        }
        guard written.hasPrefix("gs://") else {
            reader.report(
                .configurationValue, "publish.to '\(written)' is not a bucket of Google Cloud Storage",
                at: to.location, help: help)
            return nil
        }
        let path = written.dropFirst("gs://".count)
        let bucket = String(path.prefix { $0 != "/" })
        var prefix = String(path.dropFirst(bucket.count + 1))
        if prefix.hasSuffix("/") { prefix.removeLast() }
        guard isBucketName(bucket) else {
            reader.report(
                .configurationValue, "'\(bucket)' in publish.to is not a bucket's name", at: to.location,
                help: "small letters, digits, dashes, underscores and dots, 3 to 63 of them")
            return nil
        }
        guard isPrefix(prefix) else {
            reader.report(
                .configurationValue, "'\(prefix)' in publish.to cannot stand before the names of files",
                at: to.location, help: "no empty parts, no . or .., no line breaks, at most 512 bytes")
            return nil
        }
        return Publishing(bucket: bucket, prefix: prefix, location: to.location)
    }

    /// https://cloud.google.com/storage/docs/buckets#naming; with dots in it a name may have 222 characters.
    static func isBucketName(_ name: String) -> Bool {
        func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
        guard let first = name.utf8.first, let last = name.utf8.last, isPlain(first), isPlain(last),
            name.utf8.allSatisfy({ isPlain($0) || [0x2D, 0x2E, 0x5F].contains($0) })
        else { return false }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return (3...222).contains(name.utf8.count) && parts.allSatisfy { (1...63).contains($0.utf8.count) }
    }

    /// https://cloud.google.com/storage/docs/objects#naming, and no part that addresses fold away.
    static func isPrefix(_ prefix: String) -> Bool {
        guard !prefix.isEmpty else { return true }
        let parts = prefix.split(separator: "/", omittingEmptySubsequences: false)
        return prefix.utf8.count <= 512 && !prefix.hasPrefix(".well-known/acme-challenge")
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && prefix.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }

    // MARK: How

    private static func credentials(_ node: SourceNode?, _ reader: inout NodeReader) -> Located<String>? {
        guard let node, let written = reader.text(node, "publish.credentials", id: .configurationValue),
            !written.isEmpty
        else {
            if let node, holdsKey(node) { warnOfKey(node, &reader) }
            return nil
        }
        if holdsKey(node) { warnOfKey(node, &reader) }
        return Located(written, at: node.location)
    }

    private static func holdsKey(_ node: SourceNode) -> Bool {
        if let entries = node.entries { return entries.contains { $0.key.value == "private_key" || holdsKey($0.node) } }
        return node.literal.contains("PRIVATE KEY") || node.literal.contains("private_key")
    }

    private static func warnOfKey(_ node: SourceNode, _ reader: inout NodeReader) {
        reader.diagnostics.append(
            Diagnostic(
                .configurationSecret, "credentials of publish is written out in \(SiteConfiguration.path)",
                at: SourceLocation(
                    path: SiteConfiguration.path, line: node.location.line, column: node.location.column),
                help: "keep the key in a file outside the repository and write its path, or ${NAME}"))
    }

    /// With a slash at its end.
    private static func address(
        _ node: SourceNode?, _ key: String, _ reader: inout NodeReader, help: String
    ) -> Located<String>? {
        guard let node, let written = reader.text(node, key, id: .configurationValue), !written.isEmpty else {
            return nil
        }
        guard let url = ConfigurationReader.siteURL(written), !url.contains("@"), !url.contains("${"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else {
            reader.report(
                .configurationValue, "\(key) '\(written)' is not an absolute web address", at: node.location,
                help: help)
            return nil
        }
        return Located(url, at: node.location)
    }
}
