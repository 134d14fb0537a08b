import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers with a file of the output, or with what is to be seen in its place (RFC 9110).
struct FileAnswer: Sendable {
    /// What is added at the end of a page.
    let addition: String

    /// Longer files are sent piece by piece.
    private static let longest = 1 << 20

    /// - Parameters:
    ///   - file: absolute.
    ///   - path: in the output.
    func response(
        to request: Request, file: String, path: String, status: HTTPResponse.Status, _ context: some RequestContext
    ) async throws -> Response {
        let type = ContentType.of(path)
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-cache"]
        if ContentType.isText(type) { headers[.vary] = "Accept-Encoding" }
        var facts = stat()
        // No build puts a link there.
        guard lstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw HTTPError(.notFound) }
        if ContentType.isPage(path) {
            guard let bytes = FileManager.default.contents(atPath: file) else { throw HTTPError(.notFound) }
            // An author's old page in static/ says itself what it is written in.
            if String(validating: bytes, as: UTF8.self) == nil { headers[.contentType] = "text/html" }
            return Self.whole(ByteBuffer(bytes: bytes + addition.utf8), headers, status, of: request)
        }
        let size = Int(facts.st_size)
        // Of compressed bytes it is a weak one: the same text, though not the same bytes.
        let tag =
            "\"\(String(facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec, radix: 36))-\(String(size, radix: 36))-\(String(facts.st_ino, radix: 36))\""
        let shownTag = ContentType.isText(type) ? "W/" + tag : tag
        headers[.eTag] = shownTag
        headers[.lastModified] = HTTPDate.text(facts.st_mtim.tv_sec)
        guard status == .ok else {
            return try await load(0..<size, of: file, headers, status, to: request, in: context)
        }
        if Self.isKnown(tag, headers[.lastModified], to: request) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.acceptRanges] = "bytes"
        let isWanted = request.headers[.ifRange].map {
            $0 == shownTag && !$0.hasPrefix("W/") || $0 == headers[.lastModified]
        }
        let range = request.method == .get && isWanted != false ? ByteRange(request.headers[.range], of: size) : .whole
        switch range {
        case .whole: return try await load(0..<size, of: file, headers, .ok, to: request, in: context)
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound)/\(size)"
            return try await load(Range(part), of: file, headers, .partialContent, to: request, in: context)
        case .none:
            headers[.contentRange] = "bytes */\(size)"
            return Self.whole(ByteBuffer(), headers, .rangeNotSatisfiable, of: request)
        }
    }

    /// A page that is in no file.
    func page(_ html: String, _ status: HTTPResponse.Status, of request: Request) -> Response {
        Self.whole(
            ByteBuffer(string: html + addition), [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            status, of: request)
    }

    static func whole(
        _ bytes: ByteBuffer, _ headers: HTTPFields, _ status: HTTPResponse.Status, of request: Request
    ) -> Response {
        var headers = headers
        headers[.contentLength] = "\(bytes.readableBytes)"
        let isHead = request.method == .head
        return Response(
            status: status, headers: headers, body: isHead ? ResponseBody() : ResponseBody(byteBuffer: bytes))
    }

    private func load(
        _ part: Range<Int>, of file: String, _ headers: HTTPFields, _ status: HTTPResponse.Status,
        to request: Request, in context: some RequestContext
    ) async throws -> Response {
        var headers = headers
        headers[.contentLength] = "\(part.count)"
        guard request.method != .head, !part.isEmpty else { return Response(status: status, headers: headers) }
        guard part.count > Self.longest else {
            guard let handle = FileHandle(forReadingAtPath: file) else { throw HTTPError(.notFound) }
            try handle.seek(toOffset: UInt64(part.lowerBound))
            let bytes = try handle.read(upToCount: part.count) ?? Data()
            return Self.whole(ByteBuffer(bytes: bytes), headers, status, of: request)
        }
        let body = try await FileIO().loadFile(
            path: file, range: part.lowerBound...(part.upperBound - 1), context: context)
        return Response(status: status, headers: headers, body: body)
    }

    /// Whether the browser has it as it is.
    private static func isKnown(_ tag: String, _ modified: String?, to request: Request) -> Bool {
        guard request.method == .get || request.method == .head else { return false }
        let known = request.headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }
        if known.isEmpty { return modified != nil && request.headers[.ifModifiedSince] == modified }
        return known.contains { text in
            let text = text.filter { $0 != " " }
            return text == "*" || text == tag || text == "W/" + tag
        }
    }
}

/// Dates as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
enum HTTPDate {
    static func text(_ seconds: Int) -> String {
        var (time, parts) = (time_t(seconds), tm())
        gmtime_r(&time, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}
