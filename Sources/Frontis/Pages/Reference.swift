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

    /// What an absolute address names within the site, with a leading slash; nothing for one that leads elsewhere.
    ///
    /// - Parameter site: its own address, with a slash at its end, by `http` or `https`.
    package static func path(of address: String, in site: String?) -> String? {
        guard let site = site.flatMap(withoutScheme), let named = withoutScheme(address), named.hasPrefix(site) else {
            return nil
        }
        return "/" + named.dropFirst(site.count)
    }

    /// Beginning with the host, of an address by `http` or `https` or by whichever the page has.
    private static func withoutScheme(_ address: String) -> Substring? {
        for scheme in ["https://", "http://", "//"] where address.hasPrefix(scheme) {
            return address.dropFirst(scheme.count)
        }
        return nil
    }

    /// Whether the author wants the picture's own file shown: `plan.png#original`.
    package static func wantsOriginal(_ address: String) -> Bool { address.hasSuffix("#original") }

    /// A path without `.`, `..` and slashes at its ends; nothing for one that leaves the folder it starts in.
    package static func folded(_ path: String) -> String? {
        let (folded, leaves) = steps(of: path)
        return leaves ? nil : folded
    }

    /// The same as browsers do it, for which there is nothing above a site: a `..` too many leads nowhere else.
    package static func clamped(_ path: String) -> String { steps(of: path).folded }

    private static func steps(of path: String) -> (folded: String, leaves: Bool) {
        var parts: [Substring] = []
        var leaves = false
        for part in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                leaves = true
            }
        }
        return (parts.joined(separator: "/"), leaves)
    }
}
