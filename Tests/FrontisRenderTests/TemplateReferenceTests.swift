import FrontisRender
import Testing

@Suite struct TemplateReferenceTests {
    @Test func listsEveryNameOnce() {
        let page = TemplateReference.markdown(for: sampleNames)
        #expect(
            page.hasPrefix(
                """
                ## Roots

                What every template begins with.

                | name | value | meaning |
                | --- | --- | --- |
                | `site` | [site](#site) | The whole site. |
                | `page` | [page](#page) | The page that is rendered. |
                | `pages` | list of [page](#page) | The posts of a list. |

                ## site

                """))
        #expect(page.contains("| `description` | text | The author's \\| description. |\n"))
        #expect(page.contains("| `content` | HTML, with three braces | The body. |\n"))
        #expect(page.contains("| `word-count` | number | How many words. |\n"))
        #expect(page.contains("## date\n\nA day.\n\nPrinted as it is, or entered for these:\n\n| name"))
        #expect(page.contains("| `uppercased(x)` | ALL IN CAPITALS |\n"))
        #expect(page.contains("| `index()` | the item's number, from 0 |\n"))
        #expect(
            page.split(separator: "\n").filter { $0.hasPrefix("## ") } == [
                "## Roots", "## site", "## page", "## date", "## section", "## term", "## Filters",
                "## Places in a list",
            ])
    }
}
