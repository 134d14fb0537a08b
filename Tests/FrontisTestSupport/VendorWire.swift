import NIOCore
import NIOHTTP1
import NIOPosix

/// Puts replies on one connection, whole or broken.
struct VendorWire {
    let channel: any Channel

    /// Whether the connection can take another request afterwards. Throws when the client has gone.
    func send(_ reply: VendorReply, by transport: Behaviour.Transport, isHead: Bool) async throws -> Bool {
        switch transport {
        case .whole:
            try await put(head(of: reply))
            if !isHead { try await write(reply.body[...]) }
            try await put(.end(nil))
            return true
        case .cutShort:
            try await put(head(of: reply))
            try await write(half(of: reply))
        case .resetBeforeReply:
            try await reset()
        case .resetMidway:
            try await put(head(of: reply))
            try await write(half(of: reply))
            // A reset throws away what the kernel has not sent yet: the client is to see the first half.
            try await Task.sleep(for: .milliseconds(50))
            try await reset()
        case .endless:
            try await sendEndlessly(reply)
        case .drip(let size, let pause):
            try await put(head(of: reply))
            try await drip(reply, size: max(1, size), pause: pause)
            try await put(.end(nil))
            return true
        case .silent:
            // A gate that nobody opens.
            await VendorGate().pass()
        }
        return false
    }

    /// The head; `length` is nothing for a body whose end is the end of the connection.
    private func head(of reply: VendorReply, isEndless: Bool = false) -> HTTPServerResponsePart {
        var headers: HTTPHeaders = ["content-type": reply.contentType]
        if !isEndless { headers.add(name: "content-length", value: String(reply.body.count)) }
        headers.add(name: "x-request-id", value: "req_test")
        for (name, value) in reply.headers.sorted(by: { $0.key < $1.key }) {
            headers.replaceOrAdd(name: name, value: value)
        }
        return .head(HTTPResponseHead(version: .http1_1, status: .init(statusCode: reply.status), headers: headers))
    }

    private func half(of reply: VendorReply) -> ArraySlice<UInt8> { reply.body.prefix(reply.body.count / 2) }

    /// Returns when the system has taken the bytes, so that a connection is never closed over half of them.
    private func put(_ part: HTTPServerResponsePart) async throws {
        try await channel.writeAndFlush(part).get()
    }

    private func write(_ bytes: ArraySlice<UInt8>) async throws {
        if bytes.isEmpty { return }
        try await put(.body(.byteBuffer(ByteBuffer(bytes: bytes))))
    }

    /// At most 1 GiB.
    private func sendEndlessly(_ reply: VendorReply) async throws {
        try await put(head(of: reply, isEndless: true))
        try await write(reply.body[...])
        let spaces = ByteBuffer(repeating: 0x20, count: 1 << 18)
        for _ in 0..<4096 {
            try await put(.body(.byteBuffer(spaces)))
        }
    }

    private func drip(_ reply: VendorReply, size: Int, pause: Duration) async throws {
        var rest = reply.body[...]
        while !rest.isEmpty {
            try await write(rest.prefix(size))
            rest = rest.dropFirst(size)
            try await Task.sleep(for: pause)
        }
    }

    /// A linger time of zero turns the close into a reset.
    private func reset() async throws {
        if let socket = channel as? any SocketOptionProvider {
            var option = try await socket.getSoLinger().get()
            // Two C integers: on, and zero seconds. Their names belong to a module that cannot be imported.
            let off = withUnsafeBytes(of: (Int32(1), Int32(0)), Array.init)
            withUnsafeMutableBytes(of: &option) { $0.copyBytes(from: off) }
            try await socket.setSoLinger(option).get()
        }
        try await channel.close().get()
    }
}
