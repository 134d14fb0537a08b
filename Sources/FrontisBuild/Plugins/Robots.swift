import FrontisCore

/// `robots.txt`: crawlers are welcome, and find the sitemap. Only where the site is the whole of its host, as nobody looks
/// for it anywhere else.
struct Robots: Plugin {
    let name = "robots"

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) -> [GeneratedFile] {
        guard let url = context.site.url, url.split(separator: "/").count == 2, let path = SitePath("robots.txt") else {
            return []
        }
        return [GeneratedFile(path, .text("User-agent: *\nDisallow:\n\nSitemap: \(url)sitemap.xml\n"))]
    }
}
