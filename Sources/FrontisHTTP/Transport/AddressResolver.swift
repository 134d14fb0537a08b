import Dispatch
import Foundation

/// Finds the IP addresses of a host name. A value, so that tests need no name server.
package struct AddressResolver: Sendable {
    /// Empty for a name that is not known.
    package var addresses: @Sendable (_ host: String) async -> [IPAddress]

    package init(addresses: @escaping @Sendable (_ host: String) async -> [IPAddress]) {
        self.addresses = addresses
    }

    /// The operating system's.
    package static let system = AddressResolver { host in
        await withCheckedContinuation { continuation in
            // getaddrinfo blocks: it must not hold up a thread of the cooperative pool.
            DispatchQueue.global().async { continuation.resume(returning: AddressList(of: host).addresses) }
        }
    }
}

/// Owns the memory of one answer of `getaddrinfo`.
private struct AddressList: ~Copyable {
    private var first: UnsafeMutablePointer<addrinfo>?

    init(of host: String) {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        // Each address once, and not once for each kind of socket.
        hints.ai_protocol = Int32(IPPROTO_TCP)
        if getaddrinfo(host, nil, &hints, &first) != 0 { first = nil }
    }

    deinit {
        if let first { freeaddrinfo(first) }
    }

    var addresses: [IPAddress] {
        var addresses: [IPAddress] = []
        var next = first
        while let entry = next?.pointee {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let status = getnameinfo(
                entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
            let bytes = text.prefix { $0 != 0 && $0 != 0x25 }.map { UInt8(bitPattern: $0) }
            if status == 0, let address = IPAddress(String(decoding: bytes, as: UTF8.self)) {
                addresses.append(address)
            }
            next = entry.ai_next
        }
        return addresses
    }
}
