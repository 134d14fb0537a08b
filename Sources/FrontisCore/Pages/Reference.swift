/// What can be said of the address of a link or a picture without knowing the site.
package enum Reference {
    /// Whether it has a scheme or a host of its own.
    package static func isElsewhere(_ address: String) -> Bool {
        if address.hasPrefix("//") { return true }
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = address.utf8[..<colon]
        return !scheme.isEmpty
            && scheme.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
            }
    }

    /// Whether the author wants the picture's own file shown: `plan.png#original`.
    package static func wantsOriginal(_ address: String) -> Bool { address.hasSuffix("#original") }

    /// A path without `.`, `..` and slashes at its ends; nothing for one that leaves the folder it starts in.
    package static func folded(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) where part != "." {
            if part == ".." {
                if parts.popLast() == nil { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
