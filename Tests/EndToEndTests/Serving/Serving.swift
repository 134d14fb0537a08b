import Foundation
import FrontisTestSupport

/// A site that `frontis serve` shows.
enum Serving {
    /// The server while `work` is done with its port; then it is told to end.
    ///
    /// - Parameter port: nothing for the first that is free.
    @discardableResult
    static func run(
        _ site: SiteUnderTest, _ arguments: [String] = [], port: Int? = 0, environment: [String: String] = [:],
        _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> (status: Int32, standardOutput: String, standardError: String) {
        let place = port.map { ["--port", "\($0)"] } ?? []
        return try await LongRun.run(
            ["serve", "--now", "2026-06-01T12:00:00Z"] + place + arguments, in: site, environment: environment
        ) {
            let port = try await LongRun.until("address") { () -> Int? in
                let words = try LongRun.said(in: site)
                // As soon as the first build has said what came of it.
                guard words.contains("uilt"), let colon = words.range(of: "localhost:") else { return nil }
                return Int(words[colon.upperBound...].prefix { $0.isNumber })
            }
            try await work(port)
        }
    }

    static func ask(
        _ port: Int, _ path: String, _ method: String = "GET", _ headers: [String: String] = [:]
    ) async throws -> RawHTTPExchange {
        try await RawHTTPExchange.send(to: port, method, path, headers: headers)
    }

    /// A post, a page, and two files of `static/`.
    static func site() throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.post("a", nil, body: "Words of a.")
        try site.write("content/about.md", "---\ntitle: About\n---\nMe.\n")
        try site.write("static/picture.png", String(repeating: "0123456789", count: 100))
        try site.write("static/long.txt", String(repeating: "A line of a text that says the same.\n", count: 400))
        return site
    }
}
