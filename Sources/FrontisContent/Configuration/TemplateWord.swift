/// A name that templates say: letters, digits, `-` and `_`.
enum TemplateWord {
    static func isOne(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "-_".utf8.contains($0)
            }
    }
}
