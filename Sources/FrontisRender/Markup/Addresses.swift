import Foundation
package import FrontisCore

/// Makes addresses for pages: root-relative with the base path of `site.url`, or absolute, percent-encoded.
package struct Addresses: Sendable {
    /// Nothing, or `/blog`.
    package let basePath: String
    /// `https://example.org`
    package let origin: String

    package init(configuration: SiteConfiguration) {
        basePath = configuration.basePath
        origin = configuration.origin
    }

    /// - Parameter path: within the site, with a leading slash and without the base path.
    package func relative(_ path: String) -> String { basePath + Self.encoded(path) }
    package func absolute(_ path: String) -> String { origin + relative(path) }

    /// Percent-encodes what RFC 3986 does not allow in a path, query or fragment; `%41` stays as it is.
    package static func encoded(_ path: String) -> String {
        guard path.utf8.contains(where: { !isAllowed($0) }) else { return path }
        var encoded = ""
        for byte in path.precomposedStringWithCanonicalMapping.utf8 {
            if isAllowed(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return encoded
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        // - . _ ~ ! $ & ' ( ) * + , ; = : @ / ? # %
        case 0x2D, 0x2E, 0x5F, 0x7E, 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D, 0x3A, 0x40, 0x2F, 0x3F, 0x23, 0x25: true
        default: false
        }
    }
}
