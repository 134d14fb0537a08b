/// Percent-encoding, RFC 3986: what is not kept is written as `%` and two digits a byte.
enum GoogleEscaping {
    /// One part of a path. `@` is in models' names, `:` in projects' ids; neither means anything there.
    static func pathPart(_ text: String) -> String { escaped(text, keeping: "-._~@:") }

    /// A value in a form or a query.
    static func form(_ text: String) -> String { escaped(text, keeping: "-._~") }

    private static func escaped(_ text: String, keeping marks: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
            if isPlain || marks.utf8.contains(byte) { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
