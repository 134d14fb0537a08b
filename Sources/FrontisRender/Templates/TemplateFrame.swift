import FrontisCore

/// How a section of a template began.
enum TemplateOpening {
    case template
    case section(NameReference)
    case inverted(NameReference)
    case parent(String, Range<Int>, indentation: [UInt8])
    case block(String, Range<Int>, indentation: [UInt8])
    /// An opening tag with a mistake in it.
    case broken
}

/// A section of a template that is being read, with everything in it so far.
struct TemplateFrame {
    var opening: TemplateOpening
    /// What the closing tag has to repeat; nothing where the opening tag had a mistake, so that any will do.
    var key: String?
    var tag: Range<Int>
    var nodes: [TemplateNode] = []
    /// In force to the end of the section in which they were set, as in swift-mustache.
    var open: [UInt8]
    var close: [UInt8]
    var lines: TemplateLines
    /// Whether the opening tag stands alone on its line.
    var standsAlone = false

    var isParent: Bool {
        if case .parent = opening { true } else { false }
    }
}
