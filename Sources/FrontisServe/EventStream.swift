import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Messages as server-sent events (HTML standard, section 9.2), for as long as the browser listens.
struct EventStream: Sendable {
    let messages: AsyncStream<LiveSite.Message>

    var response: Response {
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                // So that a browser knows at once that it is heard.
                try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
                for await message in messages { try await writer.write(ByteBuffer(string: try Self.text(message))) }
                try await writer.finish(nil)
            })
    }

    private static func text(_ message: LiveSite.Message) throws -> String {
        switch message {
        case .beat: return ":\n\n"
        case .news(let news):
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return "data: \(String(decoding: try encoder.encode(news), as: UTF8.self))\n\n"
        }
    }
}
