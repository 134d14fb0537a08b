import FrontisCore
import FrontisRender

/// Pages at old addresses that send readers on.
struct Aliases: Plugin {
    let name = "aliases"

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) throws -> [GeneratedFile] {
        site.entries.flatMap { entry in
            entry.page.aliases.compactMap { alias in
                SitePath(urlPath: PageAddress.path(alias.value)).map { path in
                    GeneratedFile(path, .text(Self.redirect(to: entry)))
                }
            }
        }
    }

    private static func redirect(to entry: FinishedSite.Entry) -> String {
        let url = HTML.escaped(entry.url)
        let title = HTML.escaped(entry.page.title)
        return """
            <!DOCTYPE html>
            <html lang="\(HTML.escaped(entry.page.language))">
            <head>
            <meta charset="utf-8">
            <title>\(title)</title>
            <link rel="canonical" href="\(url)">
            <meta name="robots" content="noindex">
            <meta http-equiv="refresh" content="0; url=\(url)">
            </head>
            <body>
            <p>This page has moved to <a href="\(url)">\(title)</a>.</p>
            </body>
            </html>

            """
    }
}
