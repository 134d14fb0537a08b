import FrontisText
import FrontisCore

/// A page that shows the pictures of a comparison side by side. It needs nothing but the pictures beside it: no
/// script, no font, no network.
struct ContactSheet: Sendable {
    let report: ComparisonReport

    var html: String {
        let pictures = report.rows.filter { $0.file != nil }
        let failures = report.rows.filter { $0.file == nil }
        var facts = [Plural.text(pictures.count, "picture")]
        if !failures.isEmpty { facts.append("\(failures.count) failed") }
        if report.cost.usd > .zero {
            facts.append(report.cost.text)
        }
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>\(MarkupText.escaped(String(report.prompt.prefix(80))))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header>
            <p class="kind">One prompt, side by side</p>
            <h1>\(MarkupText.escaped(report.prompt))</h1>
            <p>\(MarkupText.escaped(facts.joined(separator: " · ")))</p>
            </header>
            <main>
            \((pictures + failures).map(card).joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private func card(_ row: ComparisonReport.Row) -> String {
        let maker = [row.provider, row.model].compactMap { $0 }.joined(separator: ", ")
        let several = report.rows.contains { $0.candidate > 1 && $0.provider == row.provider && $0.model == row.model }
        var lines = ["<article>"]
        if let file = row.file {
            let alt = row.alt ?? "Picture by \(maker)"
            let size = row.width.flatMap { width in row.height.map { " width=\"\(width)\" height=\"\($0)\"" } } ?? ""
            lines.append(
                "<a href=\"\(MarkupText.escaped(file))\"><img src=\"\(MarkupText.escaped(file))\" alt=\"\(MarkupText.escaped(alt))\"\(size)></a>"
            )
        }
        lines.append(
            "<h2>\(MarkupText.escaped(row.provider))\(several ? " <small>no. \(row.candidate)</small>" : "")</h2>")
        if let failure = row.failure {
            lines.append("<p class=\"failure\">\(MarkupText.escaped(failure))</p>")
        }
        let facts: [(String, String?)] = [
            ("Model", row.model), ("Size", row.size), ("File", row.bytes.map(ByteCount.text)),
            ("Time", row.seconds.map { ComparisonReport.seconds($0) + " s" }),
            ("Price", row.cost == nil ? nil : row.price),
            ("Reworded", row.revisedPrompt), ("Alt text", row.alt),
        ]
        lines.append("<dl>")
        for (name, value) in facts {
            guard let value, !value.isEmpty else { continue }
            lines.append("<dt>\(MarkupText.escaped(name))</dt><dd>\(MarkupText.escaped(value))</dd>")
        }
        lines.append("</dl>")
        lines.append("</article>")
        return lines.joined(separator: "\n")
    }

    private static let style = """
        :root { color-scheme: light dark; --paper: #faf8f4; --card: #fff; --ink: #1d1b18; --soft: #625c53; --line: #ddd6ca; --bad: #a3201b; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #161513; --card: #201e1b; --ink: #ece7df; --soft: #aaa297; --line: #3a3631; --bad: #ff9a8f; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; padding: clamp(1rem, 4vw, 3rem); background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
        header { max-width: 100rem; margin: 0 auto 2rem; }
        h1 { margin: 0 0 .5rem; font-size: clamp(1.3rem, 3.5vw, 2rem); line-height: 1.25; font-weight: 600; overflow-wrap: anywhere; }
        header p { margin: 0; color: var(--soft); }
        header .kind { margin-bottom: .5rem; font-size: .875rem; }
        main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 1.5rem; max-width: 100rem; margin: 0 auto; align-items: start; }
        article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; padding-bottom: 1rem; }
        article a { display: block; }
        img { display: block; width: 100%; height: auto; background: repeating-conic-gradient(var(--line) 0 25%, transparent 0 50%) 0 0 / 1rem 1rem; }
        h2 { margin: 1rem 1rem .5rem; font-size: 1.125rem; overflow-wrap: anywhere; }
        small { color: var(--soft); font-weight: 400; }
        dl { margin: 0 1rem; display: grid; grid-template-columns: minmax(4rem, max-content) 1fr; gap: .25rem 1rem; font-size: .9375rem; }
        dt { color: var(--soft); max-width: 8rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .failure { margin: 0 1rem .75rem; color: var(--bad); overflow-wrap: anywhere; }
        """
}
