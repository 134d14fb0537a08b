import FrontisCore

/// Words of models, vendors, files and pages on their way to where they could do harm: all that is done to them, each
/// thing once. What is a message's goes through `VendorText` on top, what is to be a prompt through `PromptRules`.
package enum UntrustedText {
    /// What nobody sees, and what terminals, editors and pages obey.
    package enum Unseen: Sendable {
        /// Unicode's control characters but the tab, and what turns the text around it: for lines of files, whose columns
        /// count.
        case turnsButTabs
        /// Unicode's control characters.
        case controls
        /// These, and what turns the text around it and after it.
        case turns
        /// These, and all other characters of format but the two that are part of words.
        case formats
        /// These, and those that mean what somebody likes them to.
        case privateUse

        fileprivate func has(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .control: scalar != "\t" || self != .turnsButTabs
            case .format: isFormat(scalar)
            case .privateUse: self == .privateUse
            default: false
            }
        }

        private func isFormat(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .controls: false
            case .turns, .turnsButTabs:
                (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            // Persian and several Indian scripts, and joined emoji, need these two inside their words.
            case .formats, .privateUse: scalar != "\u{200C}" && scalar != "\u{200D}"
            }
        }
    }

    /// One line, with a blank in the place of what is unseen, so that words stay apart.
    ///
    /// - Parameter most: Unicode scalars that are looked at: an answer may be one line of many megabytes, and marks can
    ///   be piled up on one character without end.
    package static func line(_ text: String, without unseen: Unseen, most: Int = .max) -> String {
        Recipe.normalized(visible(text, without: unseen, most: most))
    }

    /// The same with its white space as it is.
    package static func visible(_ text: String, without unseen: Unseen, most: Int = .max) -> String {
        guard most < .max || text.unicodeScalars.contains(where: unseen.has) else { return text }
        let scalars = text.unicodeScalars.prefix(most).map { unseen.has($0) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    /// At most `limit` characters; of a longer text the beginning, with an ellipsis.
    package static func cut(_ text: String, to limit: Int) -> String {
        text.count > limit ? text.prefix(limit - 1) + "…" : text
    }

    /// A text of a model's with an end: 1000 characters and 4000 bytes, and of a letter with any number of accents no
    /// more than sixteen scalars; the largest families of emoji are eleven.
    package static func bounded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var bytes = 0
        for character in text.prefix(1000) {
            let kept = character.unicodeScalars.prefix(16)
            bytes += kept.reduce(0) { $0 + UTF8.width($1) }
            guard bytes <= 4000 else { break }
            scalars.append(contentsOf: kept)
        }
        return String(scalars)
    }

    /// A page's words on their way to a model, as data between tags: at most `limit` characters on one line, and unable
    /// to end the block that they stand in.
    package static func data(_ text: String, _ limit: Int) -> String {
        withoutTags(String(Recipe.normalized(text).prefix(limit)))
    }

    /// With brackets that look alike and mean nothing.
    package static func withoutTags(_ text: String) -> String {
        text.replacing("<", with: "‹").replacing(">", with: "›")
    }

    /// A BCP 47 tag that is nothing else; English for none.
    package static func languageTag(_ tag: String) -> String {
        let tag = tag.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(35)
        return tag.isEmpty ? "en" : String(tag)
    }
}
