import Foundation
import FrontisBuild
import FrontisRender
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers requests: with the output as it is, with the script that keeps pages up to date, and with what it listens to.
struct SiteResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let site: LiveSite
    let visitors: Visitors
    /// Is told that a file of the output is not there.
    let missed: @Sendable () -> Void

    /// Two addresses belong to the server; a site may have others that begin alike.
    private static let script = "/_frontis/live.js"
    private static let events = "/_frontis/events"

    func respond(to request: Request, context: Context) async throws -> Response {
        if let refusal = visitors.refusal(of: request.head) { return Self.text(refusal, .forbidden, of: request) }
        guard request.method == .get || request.method == .head else {
            var response = Self.text("Only GET and HEAD are answered.", .methodNotAllowed, of: request)
            response.headers[.allow] = "GET, HEAD"
            return response
        }
        var response = try await answer(request, context)
        // Nobody frames a page of this server, guesses types, or reads what is in it from another site.
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        response.headers[.contentSecurityPolicy] = "frame-ancestors 'self'"
        return response
    }

    private func answer(_ request: Request, _ context: Context) async throws -> Response {
        let path = request.uri.path
        if let own = ownAnswer(path, request) { return own }
        let (output, number, problems) = site.current
        guard let output else {
            return FileAnswer(addition: addition(number, .nothingYet)).page(
                Self.waitingPage(problems), .serviceUnavailable, of: request)
        }
        switch output.place(of: path, query: request.uri.query) {
        case .elsewhere(let address):
            var response = FileAnswer.whole(ByteBuffer(), [:], .found, of: request)
            response.headers[.location] = address
            return response
        case .file(let file):
            do {
                return try await FileAnswer(addition: addition(number, .file(file))).response(
                    to: request, file: output.folder + "/" + file, path: file, status: .ok, context)
            } catch let error as HTTPError where error.status == .notFound {
                // Somebody else has taken it away.
                missed()
                return try await missing(file, of: output, number, to: request, in: context)
            }
        case .nothing(let file): return try await missing(file, of: output, number, to: request, in: context)
        }
    }

    private func missing(
        _ file: String, of output: ServedOutput, _ number: Int, to request: Request, in context: Context
    ) async throws -> Response {
        let answer = FileAnswer(addition: addition(number, .missing(file)))
        if output.files.contains("404.html") {
            do {
                return try await answer.response(
                    to: request, file: output.folder + "/404.html", path: "404.html", status: .notFound, context)
            } catch let error as HTTPError where error.status == .notFound {
                missed()
            }
        }
        let base = HTML.escaped(output.basePath)
        let text = output.basePath == "/" ? "" : "<p>The site begins at <a href=\"\(base)\">\(base)</a>."
        return answer.page(Self.plainPage("Not found", "<h1>Not found</h1>\(text)"), .notFound, of: request)
    }

    private func ownAnswer(_ path: String, _ request: Request) -> Response? {
        switch path {
        case Self.script:
            return FileAnswer.whole(
                ByteBuffer(bytes: PackageResources.live_js),
                [.contentType: "text/javascript; charset=utf-8", .cacheControl: "no-cache", .vary: "Accept-Encoding"],
                .ok, of: request)
        case Self.events where request.method == .get:
            let query = request.uri.queryParameters
            let messages = site.listen(since: query["number"].flatMap { Int($0) }, of: query["run"].map { String($0) })
            return EventStream(messages: messages).response
        default: return nil
        }
    }

    // MARK: What is added

    /// What a browser looks at.
    private enum Sight {
        /// The page of that file.
        case file(String)
        /// That there is no such file.
        case missing(String)
        case nothingYet
    }

    /// At the very end, so that everything before it is as it is in the output.
    private func addition(_ number: Int, _ sight: Sight) -> String {
        let shown =
            switch sight {
            case .file(let file): "data-file=\"\(HTML.escaped(file))\""
            case .missing(let file): "data-file=\"404.html\" data-missing=\"\(HTML.escaped(file))\""
            case .nothingYet: "data-waits"
            }
        return
            "<script src=\"\(Self.script)\" data-run=\"\(site.run)\" data-number=\"\(number)\" \(shown) defer></script>\n"
    }

    private static func text(_ text: String, _ status: HTTPResponse.Status, of request: Request) -> Response {
        FileAnswer.whole(
            ByteBuffer(string: text + "\n"), [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            status, of: request)
    }

    private static func waitingPage(_ problems: String?) -> String {
        plainPage(
            "Not built yet",
            problems == nil ? "<p>The site is being built for the first time.</p>" : "<p>There is no page yet.</p>")
    }

    private static func plainPage(_ title: String, _ body: String) -> String {
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark"><title>\(title)</title>
        <body style="font:1rem/1.5 system-ui;max-width:40rem;margin:15vh auto;padding:0 1rem">\(body)

        """
    }
}
