import CMarkGFM

/// An extension of cmark-gfm, which is made once and never changed or freed.
struct SyntaxExtension: Sendable {
    private let bits: UInt

    /// - Parameter set: gives it its functions.
    init(_ name: String, _ set: (OpaquePointer) -> Void) {
        let made = cmark_syntax_extension_new(name)
        if let made { set(made) }
        bits = UInt(bitPattern: made)
    }

    var pointer: OpaquePointer? { OpaquePointer(bitPattern: bits) }

    func attach(to parser: OpaquePointer) {
        if let pointer { cmark_parser_attach_syntax_extension(parser, pointer) }
    }
}
