import Foundation
import FrontisContent
package import FrontisCore
import FrontisGallery
import FrontisStore

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
        var folders = section.split(separator: "/").filter { $0 != "." }.map(String.init)
        if folders.first == "content" { folders.removeFirst() }
        let section = folders.joined(separator: "/")
        guard section.isEmpty || SitePath(section) != nil else {
            throw Diagnostic(
                .pageURLUnsafe, "'\(self.section)' is no folder under content/", help: "write it as --section posts")
        }
        let name = name.map { name in
            name.lastIndex(of: ".").map { ContentReader.isPage(name) ? String(name[..<$0]) : name } ?? name
        }
        guard let slug = Slug.address(of: name ?? title) else {
            throw Diagnostic(
                .pageURLUnsafe, "no file's name can be made of '\(name ?? title)'", help: "say one: --name my-post")
        }
        let base = section.isEmpty ? "" : section + "/"
        let path = SourceID.sitePath(of: base + slug + (hasFolder ? "/index.md" : ".md"))
        try Self.refuseLinks(on: path, in: folder)
        let date = date ?? options.time
        let values = ["title": title, "date": date.rfc3339, "slug": slug, "section": section]
        do throws(FileError) {
            for other in [".md", ".markdown", "/index.md"].map({ SourceID.sitePath(of: base + slug + $0) })
            where FileStamp.entry(at: folder.root + "/" + other) != nil {
                throw FileError(.write, other, code: EEXIST)
            }
            let archetype = try archetype(in: folder, section: section)
            let text = archetype.map { Archetype($0).filled(values) } ?? Self.standard(title: title, date: date)
            try AtomicFile.write(text, to: folder.root + "/" + path)
        } catch {
            guard error.code == EEXIST else { throw error.diagnostic(.outputWrite, in: folder.root) }
            throw Diagnostic(
                .choiceImpossible, "there is such a post already: \(error.path)", help: "choose another --name")
        }
        return path
    }

    /// What is written goes into the site itself, wherever its links lead.
    private static func refuseLinks(on path: String, in folder: SiteFolder) throws(Diagnostic) {
        var place = folder.root
        for part in path.split(separator: "/").dropLast() {
            place += "/" + part
            if case .link? = FileStamp.entry(at: place) {
                throw Diagnostic(
                    .linkRefused, "'\(folder.shown(place))' is a link, and a new post is written into the site itself",
                    help: "begin the post where the link leads to")
            }
        }
    }

    private func archetype(in folder: SiteFolder, section: String) throws(FileError) -> String? {
        let names = section.split(separator: "/").map(String.init).reversed() + ["default"]
        for name in names {
            let path = "\(folder.root)/archetypes/\(name).md"
            if case .link? = FileStamp.entry(at: path) { throw FileError(.read, "archetypes/\(name).md", code: ELOOP) }
            do throws(FileError) {
                let bytes = try FileContents.read(path)
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
        tags:
        # What its picture shows, in words.
        ai-image:
        ---


        """
    }
}
