import FrontisCore

/// What titles on cards are set in.
package struct SocialFont: Sendable, Hashable {
    /// Pango's description without a size: `Inter Bold`.
    package let name: String
    /// Absolute; nothing where the machine's own fonts are used.
    package let file: String?

    /// Whatever the machine has.
    package static let standard = SocialFont(name: "sans bold")

    /// One of the machine's own. Where there is none of that name, fontconfig takes what comes next to it.
    package init(name: String) {
        self.init(name: name, file: nil)
    }

    private init(name: String, file: String?) {
        self.name = name
        self.file = file
    }

    /// Larger files are no fonts for titles; those of Han and kana have about 20 MB.
    package static let largestFile = 64 << 20

    /// Looks into a font file, so that what goes wrong with it is heard of and no other font takes its place unseen.
    ///
    /// - Parameters:
    ///   - name: nothing for the first font in the file, in bold where one file holds all weights.
    ///   - path: absolute.
    package static func read(name: String?, path: String, bytes: [UInt8]) throws(SocialFontError) -> SocialFont {
        let file: FontFile
        do throws(FontFile.Problem) {
            guard bytes.count <= largestFile else { throw .notAFont }
            file = try FontFile(bytes)
        } catch {
            switch error {
            case .notAFont: throw .notAFont
            case .packed(let kind): throw .packed(kind)
            case .cutOff: throw .cutOff
            case .nameless: throw .nameless
            }
        }
        if let name {
            let families = file.faces.flatMap(\.families)
            guard families.contains(where: { isFamily($0, of: name) }) else {
                throw .notInFile(name, families: families.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
            }
            return SocialFont(name: name, file: path)
        }
        let face = file.faces[0]
        let style = face.isVariable ? "Bold" : face.style.flatMap { $0 == "Regular" ? nil : $0 }
        return SocialFont(name: [face.families[0], style].compactMap { $0 }.joined(separator: " "), file: path)
    }

    /// What follows the family says weight and style.
    private static func isFamily(_ family: String, of name: String) -> Bool {
        let (family, name) = (family.lowercased(), name.lowercased())
        return name == family || name.hasPrefix(family + " ") || name.hasPrefix(family + ",")
    }
}

/// Why a file cannot give the titles their letters.
package enum SocialFontError: Error, Sendable, Hashable {
    case notAFont
    /// WOFF or WOFF2.
    case packed(String)
    case cutOff
    case nameless
    case notInFile(String, families: [String])

    /// For a finding; `path` as the author wrote it.
    package func summary(path: String) -> String {
        switch self {
        case .notAFont: "'\(path)' is not a font"
        case .packed(let kind): "'\(path)' is a font in \(kind), which is for browsers only"
        case .cutOff: "the font '\(path)' is cut off"
        case .nameless: "the font '\(path)' does not say its name"
        case .notInFile(let name, let families):
            "font '\(name)' is not in '\(path)'\(Suggestion.clause(for: name, among: families))"
        }
    }

    package var help: String {
        switch self {
        case .notAFont, .nameless, .cutOff: "font-file takes a TrueType or OpenType font: .ttf, .otf, .ttc"
        case .packed: "take the .ttf or .otf of the same font"
        case .notInFile(_, let families):
            "the file has \(families.map { "'\($0)'" }.joined(separator: ", ")); a weight may follow the name"
        }
    }
}
