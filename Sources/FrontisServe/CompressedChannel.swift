import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOHTTPTypesHTTP1

/// Hummingbird's channel for HTTP/1.1, with texts compressed for those who take that.
struct CompressedChannel: ServerChildChannel {
    private let http: HTTP1Channel

    init(_ http: HTTP1Channel) { self.http = http }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let codec = try pipeline.context(handlerType: HTTP1ToHTTPServerCodec.self)
            let compressor = HTTPResponseCompressor { head, isTaken in
                // A part of a file is a part of its own bytes, and a stream of events must not wait for more.
                let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
                let isWhole = head.status != .partialContent && length > 0
                let type = head.headers.first(name: "content-type") ?? ""
                return isTaken && isWhole && ContentType.isText(type) ? .compressIfPossible : .doNotCompress
            }
            try pipeline.addHandler(compressor, position: .before(codec.handler))
            try pipeline.addHandler(RequestGate(), position: .before(compressor))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async { await http.handle(value: value, logger: logger) }
}
