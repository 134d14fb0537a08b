import Hummingbird

/// What a file is, by its name: the types that browsers, feed readers and validators expect.
enum ContentType {
    private static let own: [String: String] = [
        "avif": "image/avif", "jxl": "image/jxl", "webp": "image/webp", "svg": "image/svg+xml", "ico": "image/x-icon",
        "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript",
        "xml": "application/xml", "rss": "application/rss+xml", "atom": "application/atom+xml", "xsl": "text/xsl",
        "json": "application/json", "jsonld": "application/ld+json", "geojson": "application/geo+json",
        "map": "application/json", "webmanifest": "application/manifest+json", "md": "text/markdown",
        "txt": "text/plain", "vtt": "text/vtt", "wasm": "application/wasm", "woff": "font/woff", "woff2": "font/woff2",
        "ttf": "font/ttf", "otf": "font/otf", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm",
        "mov": "video/quicktime", "m4a": "audio/mp4", "ogg": "audio/ogg", "opus": "audio/ogg",
    ]

    /// Of the file with that path, with the character set of texts: all that Frontis writes is UTF-8.
    static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "application/octet-stream" }
        let ending = String(name[name.index(after: dot)...]).lowercased()
        let type =
            own[ending] ?? MediaType.getMediaType(forExtension: .init(ending))?.description
            ?? "application/octet-stream"
        return isText(type) ? type + "; charset=utf-8" : type
    }

    /// Whether it is text, which is worth compressing.
    static func isText(_ type: String) -> Bool {
        let type = type.prefix { $0 != ";" }
        return type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("json")
            || ["application/xml", "application/javascript"].contains(type)
    }

    static func isPage(_ path: String) -> Bool { of(path).hasPrefix("text/html") }
}
