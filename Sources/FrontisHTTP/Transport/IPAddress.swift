import Foundation

/// An IPv4 or IPv6 address, and whether it is one of the public internet.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    package let description: String
    /// Four or sixteen.
    package let bytes: [UInt8]

    /// Reads the standard notations only; `127.1` and `0x7f000001` are left to the resolver.
    package init?(_ text: String) {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else {
            var sixteen = in6_addr()
            guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
            bytes = withUnsafeBytes(of: &sixteen) { Array($0) }
        }
        description = text
    }

    package var isLoopback: Bool {
        if let embedded { return embedded[0] == 127 }
        return bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    /// Whether it can belong to anybody's server on the internet (the registries of RFC 6890): not this machine,
    /// not a private or link-local network, not a cloud's metadata service.
    package var isPublic: Bool {
        if let embedded { return Self.isPublic(embedded) }
        // Global unicast, without Teredo, documentation and 6to4.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        let start = (UInt32(bytes[0]) << 24) | (UInt32(bytes[1]) << 16) | (UInt32(bytes[2]) << 8) | UInt32(bytes[3])
        return start != 0x2001_0000 && start != 0x2001_0DB8 && start >> 16 != 0x2002 && start >> 12 != 0x3FFF0
    }

    /// The IPv4 address that it is, maps (::ffff:0:0/96) or translates to (64:ff9b::/96).
    private var embedded: [UInt8]? {
        if bytes.count == 4 { return bytes }
        let prefix = bytes.prefix(12)
        let mapped = prefix.prefix(10).allSatisfy { $0 == 0 } && prefix.suffix(2).allSatisfy { $0 == 0xFF }
        let translated = prefix.elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])
        return mapped || translated ? Array(bytes.suffix(4)) : nil
    }

    private static func isPublic(_ bytes: [UInt8]) -> Bool {
        let value = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return !reserved.contains { network, length in value & (~UInt32(0) << (32 - length)) == network }
    }

    /// Network and length of its prefix.
    private static let reserved: [(UInt32, UInt32)] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
        (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16), (0xC612_0000, 15),
        (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 4), (0xF000_0000, 4),
    ]
}
