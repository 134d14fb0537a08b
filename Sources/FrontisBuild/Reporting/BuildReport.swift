import Foundation
import FrontisContent
package import FrontisCore
import FrontisGallery
import FrontisText

/// What a build did. Its JSON is for programs: keys are only ever added.
package struct BuildReport: Sendable, Codable {
    package struct Pages: Sendable, Codable {
        package var rendered = 0
        package var kept = 0
        package var removed = 0
    }

    /// Pages that the build was not about.
    package struct LeftOut: Sendable, Codable {
        package var drafts = 0
        package var future = 0
        package var expired = 0
        /// `render: false`
        package var unrendered = 0

        package init() {}

        /// Nothing where there is none.
        var text: String? {
            let kinds = [
                (drafts, drafts == 1 ? "draft" : "drafts"), (future, "future"), (expired, "expired"),
                (unrendered, "not rendered"),
            ].filter { $0.0 > 0 }
            guard !kinds.isEmpty else { return nil }
            return kinds.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + " left out"
        }
    }

    /// A page that is among the others because somebody asked for it, and would not be published.
    package struct Unpublished: Sendable, Codable, Equatable {
        /// In the output.
        package var path: String
        /// `draft`, `future` or `expired`.
        package var why: String
    }

    /// Sizes and formats of pictures.
    package struct Variants: Sendable, Codable {
        package var encoded = 0

        package init(encoded: Int = 0) { self.encoded = encoded }
    }

    /// How much was done, whatever came of it: what a build saves by knowing what has changed can be read from these.
    package struct Work: Sendable, Codable, Equatable {
        /// Files of pages that were read.
        package var pagesRead = 0
        /// Texts of pages, in Markdown or HTML, that were made ready for pages and feeds.
        package var bodiesRendered = 0
        /// Pages that a template was run for, to be written or to be compared with what is there.
        package var templatesRun = 0
        /// Runs besides, before anything is bought or written, that find templates which multiply beyond all bounds.
        package var templatesTried = 0

        init(_ reading: ReadingWork = ReadingWork()) {
            (pagesRead, bodiesRendered) = (reading.files, reading.bodies)
        }
    }

    /// Files in the site's bucket.
    package struct Published: Sendable, Codable {
        package var uploaded = 0
        /// They were there already.
        package var kept = 0

        package init() {}
    }

    /// A file of the output, and why it was made.
    package struct Made: Sendable, Codable {
        package var path: String
        package var cause: String
        package var changed: [String]

        init(path: String, reason: OutputReason) {
            (self.path, cause, changed) = (path, "\(reason.cause)", reason.names)
        }
    }

    package var pages = Pages()
    package var leftOut = LeftOut()
    package var unpublished: [Unpublished] = []
    package var pictures = PictureCounts()
    package var variants = Variants()
    package var work = Work()
    package var alts = AltCounts()
    package var cost = Cost.nothing
    /// Nothing for a site without a bucket.
    package var published: Published?
    /// Only where somebody wants to know.
    package var made: [Made]?
    package var seconds = 0.0
    package var diagnostics: [Finding] = []

    package init() {}

    /// One line for a person.
    package func summary(hasErrors: Bool) -> String {
        var parts: [String] = []
        let total = pages.rendered + pages.kept
        var detail = total == 0 ? "" : " (unchanged)"
        if pages.rendered > 0 || pages.removed > 0 {
            let counts = [(pages.rendered, "written"), (pages.kept, "unchanged"), (pages.removed, "removed")]
            detail = " (" + counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ")"
        }
        if !hasErrors { parts.append("\(Plural.text(total, "file"))\(detail)") }
        if let leftOut = leftOut.text { parts.append(leftOut) }
        let all = pictures.kept + pictures.made + pictures.placeholder + pictures.failed - pictures.standIn
        if all > 0 {
            let kinds = [
                (pictures.kept, "kept"), (pictures.made, "made"), (pictures.placeholder, "drawn offline"),
                (pictures.failed, "failed"),
            ]
            let named = kinds.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            parts.append("\(Plural.text(all, "picture")) (\(named))")
        }
        if variants.encoded > 0 { parts.append("\(Plural.text(variants.encoded, "variant")) encoded") }
        if alts.made > 0 { parts.append("\(Plural.text(alts.made, "alt text")) written") }
        if let published, published.uploaded + published.kept > 0 {
            let named = published.uploaded > 0 ? " (\(published.uploaded) uploaded)" : ""
            parts.append("\(published.uploaded + published.kept) in the bucket\(named)")
        }
        if cost.usd > .zero { parts.append(cost.text) }
        parts.append(Self.duration(seconds))
        return parts.joined(separator: " · ")
    }

    package static func duration(_ seconds: Double) -> String {
        if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
        if seconds < 90 { return "\(Double(Int((seconds * 10).rounded())) / 10) s" }
        return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
    }

    package func json() throws -> String {
        try ReportJSON.text(self)
    }
}
