import Foundation
import NIOCore
import NIOPosix

/// One request on a connection of its own and everything that comes back, byte by byte: for looking at replies that
/// no ordinary client would hand out.
package struct RawHTTPExchange: Sendable {
    package enum Ending: Sendable, Equatable {
        /// The other side ended the connection in order.
        case closed
        /// The other side reset it.
        case reset
        /// Nothing ended it: enough bytes came, or the time was over.
        case leftOpen
    }

    package let ending: Ending
    /// Head and body.
    package let bytes: [UInt8]

    /// Sends a request and reads until the connection ends, `marker` or `byteLimit` bytes have come, or `limit` has passed.
    /// Throws what the system says if there is no connection.
    package static func send(
        to port: Int, _ method: String = "POST", _ path: String, headers: [String: String] = [:], body: String = "",
        upTo marker: String? = nil, byteLimit: Int = 1 << 20, limit: Duration = .seconds(600)
    ) async throws -> RawHTTPExchange {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        var lines = ["\(method) \(path) HTTP/1.1", "connection: close"]
        if !headers.keys.contains(where: { $0.lowercased() == "host" }) { lines.append("host: 127.0.0.1:\(port)") }
        lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        if !body.isEmpty { lines.append("content-length: \(body.utf8.count)") }
        let request = ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
        let timeout = channel.channel.eventLoop.scheduleTask(in: TimeAmount(limit)) {
            channel.channel.close(promise: nil)
        }
        defer { timeout.cancel() }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(request)
            let clock = ContinuousClock()
            let end = clock.now + limit
            var received: [UInt8] = []
            do {
                for try await piece in inbound {
                    received += piece.readableBytesView
                    let isSeen = marker.map { Data(received).range(of: Data($0.utf8)) != nil } ?? false
                    if isSeen || received.count >= byteLimit { return RawHTTPExchange(ending: .leftOpen, bytes: received) }
                }
            } catch let error as IOError where error.errnoCode == ECONNRESET {
                return RawHTTPExchange(ending: .reset, bytes: received)
            }
            return RawHTTPExchange(ending: clock.now >= end ? .leftOpen : .closed, bytes: received)
        }
    }

    /// Nothing if not even the first line came.
    package var status: Int? {
        let line = String(decoding: bytes.prefix(64), as: UTF8.self)
        guard line.hasPrefix("HTTP/1.1 ") else { return nil }
        return Int(line.dropFirst(9).prefix(3))
    }

    /// A header, if the head came whole.
    package func header(_ name: String) -> String? {
        guard let end = headEnd else { return nil }
        for line in String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n").dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1)
            if halves.count == 2, halves[0].lowercased() == name.lowercased() {
                return halves[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return nil
    }

    /// What came after the head, as it travelled.
    package var body: [UInt8] { headEnd.map { Array(bytes[($0 + 4)...]) } ?? [] }
    package var json: VendorJSON? { VendorJSON(body) }

    private var headEnd: Int? { Data(bytes).range(of: Data("\r\n\r\n".utf8))?.lowerBound }
}
