/// Where a page, or whatever else asks for pictures, comes from.
public enum SourceID: Sendable, Hashable, CustomStringConvertible {
    /// A file, by its path under `content/`: `posts/night-train.md`.
    case file(String)
    /// The site's configuration, which may name a picture: `site.image`.
    case settings
    /// Nobody who comes again, such as a command line: by what messages call the order, `'a fox in fresh snow'`.
    case order(String)

    /// A file's path under `content/`; nothing for what is no file.
    public var file: String? { if case .file(let path) = self { path } else { nil } }

    /// As messages name it.
    public var description: String {
        switch self {
        case .file(let path): path
        case .settings: Self.settingsFile
        case .order(let name): name
        }
    }

    private static let settingsFile = "frontis.yaml"

    /// The form that is kept and read again. No page's path under `content/` begins with a slash or is that file's name.
    package var text: String {
        switch self {
        case .file, .settings: description
        case .order(let name): "/" + name
        }
    }

    package init(text: some StringProtocol) {
        if text == Self.settingsFile {
            self = .settings
        } else {
            self = text.hasPrefix("/") ? .order(String(text.dropFirst())) : .file(String(text))
        }
    }

    /// The path of a file in the site: `content/posts/night-train.md`.
    package var sitePath: String? { file.map(Self.sitePath(of:)) }

    package static func sitePath(of file: String) -> String { "content/" + file }

    /// The source whose `sitePath` it is; nothing for a path elsewhere.
    package init?(sitePath: String) {
        guard sitePath.hasPrefix("content/") else { return nil }
        self = .file(String(sitePath.dropFirst("content/".count)))
    }

    /// What relative paths in it begin at: `posts/`; nothing for the root, and for what is no file.
    package var folder: Substring {
        guard let file, let end = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return file[...end]
    }

    /// Its beginning, for findings about it as a whole.
    package var location: SourceLocation { SourceLocation(path: sitePath ?? description) }
}

extension SourceID: Comparable {
    /// By what is kept.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension SourceID: Codable {
    /// Reads the form that is kept.
    public init(from decoder: any Decoder) throws {
        self.init(text: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the form that is kept.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
