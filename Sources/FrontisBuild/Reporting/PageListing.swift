import Foundation
package import FrontisCore
import FrontisGallery

/// The site's pages, for whoever wants to know what is published, and what is not yet or no longer.
package struct PageListing: Sendable {
    /// Which of them are wanted.
    package enum Kind: String, Sendable, CaseIterable {
        case all
        case published
        case drafts
        case future
        case expired
    }

    package struct Entry: Sendable, Encodable {
        /// Relative to the site.
        package var file: String
        package var title: String
        /// Root-relative, without the base path.
        package var url: String
        /// `2026-03-02`, as the author says it.
        package var date: String?
        /// `published`, `draft`, `future`, `expired`.
        package var state: String
        /// `2026-03-02`, of what lies ahead or expires.
        package var expires: String?
    }

    package let entries: [Entry]
    /// What is wrong with the pages.
    package let diagnostics: [Diagnostic]

    /// - Throws: a diagnostic where there is no site, or a folder of it cannot be read.
    package static func of(_ kind: Kind, options: BuildOptions) async throws(Diagnostic) -> PageListing {
        var options = options
        (options.drafts, options.future, options.expired) = (true, true, true)
        let site = try await Site.open(options, plugins: [])
        let pages = site.pages.filter { $0.kind == .page }.sorted { left, right in
            let dates = (left.date?.secondsSince1970 ?? .min, right.date?.secondsSince1970 ?? .min)
            return dates.0 == dates.1 ? left.source < right.source : dates.0 > dates.1
        }
        let entries = pages.map { entry($0, now: options.time) }
        let wanted = entries.filter { entry in
            switch kind {
            case .all: true
            case .published: entry.state == "published"
            case .drafts: entry.state == "draft"
            case .future: entry.state == "future"
            case .expired: entry.state == "expired"
            }
        }
        return PageListing(entries: wanted, diagnostics: site.findings.filter { $0.severity == .error })
    }

    private static func entry(_ page: Page, now: PageDate) -> Entry {
        let date = page.publication ?? page.date
        let state =
            if page.isDraft {
                "draft"
            } else if let expiry = page.expiry, expiry < now {
                "expired"
            } else if let date, date > now {
                "future"
            } else {
                "published"
            }
        return Entry(
            file: page.source.location.path, title: page.title, url: page.url, date: date?.day8601, state: state,
            expires: page.expiry?.day8601)
    }

    /// A line for each, the newest first.
    package var text: String {
        entries.map { entry in
            let state = entry.state.padding(toLength: 9, withPad: " ", startingAt: 0)
            return "\(entry.date ?? "          ")  \(state)  \(entry.file)  \(entry.title)\n"
        }.joined()
    }
}
