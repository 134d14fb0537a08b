import Foundation
import FrontisContent
package import FrontisCore
import FrontisGallery
import FrontisStore
import FrontisText

/// A post that somebody begins.
package struct NewPost: Sendable {
    private let title: String
    private let section: String
    /// Of the file, without its ending; nothing for one made of the title.
    package var name: String?
    /// Whether it has a folder of its own.
    package var hasFolder = false
    /// Nothing for now.
    package var date: PageDate?

    /// - Parameter section: a folder under `content/`.
    package init(title: String, section: String) { (self.title, self.section) = (title, section) }

    /// Writes the file, which must not be there.
    ///
    /// - Returns: its path, relative to the site.
    /// - Throws: a diagnostic for names that are none, and where there is such a post already.
    package func create(options: BuildOptions) throws(Diagnostic) -> String {
        let folder = SiteFolder(options)
        guard folder.isSite else { throw folder.noSite }
        let section = section.split(separator: "/").joined(separator: "/")
        guard section.isEmpty || SitePath(section) != nil else {
            throw Diagnostic(
                .pageURLUnsafe, "'\(self.section)' is no folder under content/", help: "write it as --section posts")
        }
        guard let slug = Slug.address(of: name ?? title) else {
            throw Diagnostic(
                .pageURLUnsafe, "no file's name can be made of '\(name ?? title)'", help: "say one: --name my-post")
        }
        let base = section.isEmpty ? "" : section + "/"
        let path = SourceID.sitePath(of: base + slug + (hasFolder ? "/index.md" : ".md"))
        let date = date ?? options.time
        let values = ["title": title, "date": date.rfc3339, "slug": slug, "section": section]
        do throws(FileError) {
            for other in [".md", ".markdown", "/index.md"].map({ SourceID.sitePath(of: base + slug + $0) })
            where FileStamp(of: folder.root + "/" + other) != nil {
                throw FileError(.write, other, code: EEXIST)
            }
            let archetype = try archetype(in: folder, section: section)
            let text = archetype.map { Self.filled($0, values) } ?? Self.standard(title: title, date: date)
            try AtomicFile.write(text, to: folder.root + "/" + path)
        } catch {
            guard error.code == EEXIST else { throw error.diagnostic(.outputWrite, in: folder.root) }
            throw Diagnostic(
                .outputForeign, "there is such a post already: \(error.path)", help: "choose another --name")
        }
        return path
    }

    /// The name of the file, for programs.
    package static func report(_ path: String) -> String { "{\"file\": \(JSONText.quoted(path))}\n" }

    private func archetype(in folder: SiteFolder, section: String) throws(FileError) -> String? {
        let names = section.split(separator: "/").map(String.init).reversed() + ["default"]
        for name in names {
            do throws(FileError) {
                let bytes = try FileContents.read("\(folder.root)/archetypes/\(name).md")
                return String(decoding: bytes, as: UTF8.self)
            } catch {
                guard error.isAbsent else { throw error }
            }
        }
        return nil
    }

    private static func standard(title: String, date: PageDate) -> String {
        """
        ---
        title: \(JSONText.quoted(title))
        date: \(date.rfc3339)
        draft: true
        tags: []
        # What its picture shows, in words.
        ai-image:
        ---


        """
    }

    // MARK: Archetypes

    /// What Hugo's archetypes say for the same.
    private static let foreign = [
        ".Title": "title", ".Date": "date", ".Name": "slug", ".File.ContentBaseName": "slug", ".Type": "section",
        ".Section": "section", ".File.TranslationBaseName": "slug", "now.Format \"2006-01-02\"": "date",
        "time.Now": "date",
    ]

    private static func filled(_ text: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let closing = rest.firstRange(of: "}}") {
            guard let opening = rest[..<closing.lowerBound].ranges(of: "{{").last else {
                filled += rest[..<closing.upperBound]
                rest = rest[closing.upperBound...]
                continue
            }
            let words = rest[opening.upperBound..<closing.lowerBound].split { " -".contains($0) && !$0.isNewline }
            var name = words.joined(separator: " ")
            // `replace .Name "-" " " | title` is the title.
            if name.hasPrefix("replace .") || name.hasSuffix("| title") { name = "title" }
            filled += rest[..<opening.lowerBound]
            if let value = (Self.foreign[name] ?? name).nonEmpty.flatMap({ values[$0] }) {
                filled += written(value, behind: filled.suffix(2), before: rest[closing.upperBound...].first)
            } else {
                filled += rest[opening.lowerBound..<closing.upperBound]
            }
            rest = rest[closing.upperBound...]
        }
        return filled + rest
    }

    /// A value in the quotes that stand round it, or, as a whole value of YAML, in its own.
    private static func written(_ value: String, behind: Substring, before: Character?) -> String {
        if behind.hasSuffix("\""), before == "\"" { return String(JSONText.quoted(value).dropFirst().dropLast()) }
        if behind.hasSuffix("'"), before == "'" { return value.replacing("'", with: "''") }
        guard behind == ": ", before?.isNewline != false else { return value }
        let isPlain = value.allSatisfy { $0.isLetter || $0.isNumber || " -:+".contains($0) }
        let begins = value.first.map { $0.isLetter || $0.isNumber } ?? false
        return isPlain && begins && !value.contains(": ") && !value.hasSuffix(":") ? value : JSONText.quoted(value)
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
