import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// News as server-sent events (HTML standard, section 9.2), for as long as the browser listens.
struct EventStream: Sendable {
    let news: AsyncStream<LiveSite.News>

    /// One that nobody reads any more is found out by writing to it.
    private static let pulse = Duration.seconds(10)

    private enum Line: Sendable {
        case news(LiveSite.News)
        case pulse

        var buffer: ByteBuffer {
            get throws {
                switch self {
                case .pulse: return ByteBuffer(string: ":\n\n")
                case .news(let news):
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                    return ByteBuffer(string: "data: \(String(decoding: try encoder.encode(news), as: UTF8.self))\n\n")
                }
            }
        }
    }

    var response: Response {
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                // So that a browser knows at once that it is heard.
                try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
                let (lines, line) = AsyncStream.makeStream(of: Line.self, bufferingPolicy: .bufferingNewest(64))
                let listening = Task {
                    for await news in news { line.yield(.news(news)) }
                    line.finish()
                }
                let beating = Task {
                    while true {
                        do { try await Task.sleep(for: Self.pulse) } catch { return }
                        line.yield(.pulse)
                    }
                }
                defer {
                    listening.cancel()
                    beating.cancel()
                }
                for await line in lines { try await writer.write(try line.buffer) }
                try await writer.finish(nil)
            })
    }
}
