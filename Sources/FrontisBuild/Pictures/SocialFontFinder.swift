package import FrontisCore
package import FrontisPictures
import FrontisStore

/// Finds the font that `images.social` names, before any card is made.
package enum SocialFontFinder {
    package struct Found: Sendable {
        /// Nothing where a finding says why.
        package var font: SocialFont?
        /// Of the font file, which decides what cards look like; nothing for a font of the machine's own.
        package var digest: Digest?
        package var diagnostics: [Diagnostic] = []
    }

    /// A font that the configuration says lies outside of the site may: machines keep theirs elsewhere.
    ///
    /// - Parameters:
    ///   - site: the site's folder, absolute.
    ///   - allowsLinksOutside: for a path in the site that goes through a link.
    package static func find(
        _ social: SiteConfiguration.Social, in site: String, allowsLinksOutside: Bool = false
    ) -> Found {
        guard let file = social.fontFile else {
            return Found(font: social.font.map { SocialFont(name: $0.value) } ?? .standard)
        }
        func finding(_ summary: String, help: String?, isAboutName: Bool = false) -> Found {
            let place = isAboutName ? social.font?.location ?? file.location : file.location
            let line = isAboutName ? social.fontLine : social.fontFileLine
            return Found(diagnostics: [Diagnostic(.configurationValue, summary, at: place, in: line, help: help)])
        }
        let path = file.value.hasPrefix("/") ? file.value : site + "/" + file.value
        if !file.value.hasPrefix("/"), Reference.folded(file.value) != nil {
            let rule = LinkRule(site: site, allowsOutside: allowsLinksOutside)
            if let refusal = rule.refusal(ofNamed: path) {
                return Found(diagnostics: [LinkRule.finding(refusal, at: file.value, subject: "the path")])
            }
        }
        do {
            let bytes = try FileContents.read(path, limit: SocialFont.largestFile)
            let font = try SocialFont.read(name: social.font?.value, path: path, bytes: bytes)
            return Found(font: font, digest: Digest.of(bytes))
        } catch let error as FileError {
            return finding(
                error.relative(to: site).description,
                help: error.help ?? "images.social.font-file is a path relative to the site")
        } catch let error as SocialFontError {
            var isAboutName = false
            if case .notInFile = error { isAboutName = true }
            return finding(error.summary(path: file.value), help: error.help, isAboutName: isAboutName)
        } catch {
            return finding("cannot read '\(file.value)': \(error)", help: nil)
        }
    }

    /// The finding on a title that could not be set, where `SocialCard` names letters that no font has.
    ///
    /// - Parameter location: of the page.
    package static func unwritable(
        _ letters: [Character], title: String, font: SocialFont, at location: SourceLocation
    ) -> Diagnostic {
        let named = letters.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + (letters.count > 3 ? " …" : "")
        return Diagnostic(
            .socialTitle, "no font has \(named): the card of '\(title.prefix(60))' has no title", at: location,
            help: "\(font.file == nil ? "install a font that has them" : "add one to the machine that has them"), "
                + "or name one with images.social.font-file")
    }
}
