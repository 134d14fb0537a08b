import Foundation

/// A file's path under the output directory, checked once: whatever a slug, alias or plug-in says, it cannot
/// leave that directory or touch a dotfile in its root.
public struct SitePath: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// Without a leading slash: `posts/night-train/index.html`. In NFC, as all addresses are: a link must find its file
    /// byte for byte, whichever form the author's keyboard and disk have chosen.
    public let text: String

    /// Nothing for a path that is empty or absolute, has an empty, `.` or `..` component, a control character,
    /// a backslash, a name longer than 255 bytes (the limit of common file systems), or starts with a dot.
    public init?(_ text: String) {
        guard text.utf8.first != UInt8(ascii: ".") else { return nil }
        self.init(anywhere: text)
    }

    /// A file that an author has put into `static/`, where a name may begin with a dot, but for those that hold secrets or
    /// belong to Frontis.
    package init?(static text: String) {
        guard !Self.hasDotfile(text) || !text.split(separator: "/").contains(where: Dotfiles.isPrivate) else {
            return nil
        }
        self.init(anywhere: text)
    }

    private static func hasDotfile(_ text: String) -> Bool {
        var last = UInt8(ascii: "/")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), last == UInt8(ascii: "/") { return true }
            last = byte
        }
        return false
    }

    private init?(anywhere text: String) {
        let text = Self.composed(text)
        guard !text.isEmpty, text.utf8.count <= 4096 else { return nil }
        var length = 0
        var dots = 0
        func endsComponent() -> Bool { length > 0 && length <= 255 && !(dots == length && dots <= 2) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "/") {
                guard endsComponent() else { return nil }
                length = 0
                dots = 0
                continue
            }
            guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\\") else { return nil }
            length += 1
            if byte == UInt8(ascii: ".") { dots += 1 }
        }
        guard endsComponent() else { return nil }
        self.text = text
    }

    /// The file that answers a URL path: `/a/b/` is `a/b/index.html`, `/a.html` is itself.
    public init?(urlPath: String) {
        guard urlPath.utf8.first == UInt8(ascii: "/") else { return nil }
        let relative = String(urlPath.dropFirst())
        self.init(relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative)
    }

    private static func composed(_ text: String) -> String {
        text.utf8.contains { $0 >= 0x80 } ? text.precomposedStringWithCanonicalMapping : text
    }

    /// The path.
    public var description: String { text }
    /// By the text.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
