import Testing

@testable import FrontisServe

@Suite struct ContentTypeTests {
    @Test(arguments: [
        ("a/index.html", "text/html; charset=utf-8"), ("frontis.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"), ("a.MJS", "text/javascript; charset=utf-8"),
        ("atom.xml", "application/xml; charset=utf-8"), ("favicon.svg", "image/svg+xml; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"), ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"), ("a.webp", "image/webp"), ("a.avif", "image/avif"),
        ("a.jpg", "image/jpeg"), ("a.jpeg", "image/jpeg"), ("a.png", "image/png"), ("a.gif", "image/gif"),
        ("a.woff2", "font/woff2"), ("a.mp4", "video/mp4"), ("a.mp3", "audio/mpeg"), ("a.pdf", "application/pdf"),
        ("a.wasm", "application/wasm"), ("a.tar.gz", "application/gzip"), ("CNAME", "application/octet-stream"),
        (".well-known", "application/octet-stream"), ("a.unheard", "application/octet-stream"),
    ])
    func aNameSaysWhatItIs(_ path: String, _ type: String) { #expect(ContentType.of(path) == type) }
}
