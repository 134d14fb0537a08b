import FrontisCore
import FrontisRender

/// Makes a nested list of a page's headings.
struct TableOfContents: Plugin {
    let name = "toc"
    let pageValues = [
        PageValueDeclaration(
            "toc", .html, "Its headings as nested lists; absent with `toc: false` or fewer than two headings.")
    ]

    func transform(_ page: Page, in context: PluginContext) -> Page {
        guard page.showsTableOfContents, page.body.headings.count > 1 else { return page }
        var page = page
        page.values["toc"] = .text(Self.list(page.body.headings))
        return page
    }

    /// Levels that are left out (a `####` right under a `##`) make no empty lists.
    static func list(_ headings: [Body.Heading]) -> String {
        var html = ""
        /// Levels of the lists that are open.
        var open: [Int] = []
        for heading in headings {
            if let level = open.last, heading.level > level {
                html += "\n<ol>\n"
                open.append(heading.level)
            } else if open.isEmpty {
                html += "<ol>\n"
                open.append(heading.level)
            } else {
                html += "</li>\n"
                while open.count > 1, heading.level <= open[open.count - 2] {
                    html += "</ol>\n</li>\n"
                    open.removeLast()
                }
                open[open.count - 1] = min(open[open.count - 1], heading.level)
            }
            html += "<li><a href=\"#\(HTML.escaped(heading.id))\">\(HTML.escaped(heading.text))</a>"
        }
        for _ in open.dropLast() { html += "</li>\n</ol>\n" }
        return html + "</li>\n</ol>"
    }
}
