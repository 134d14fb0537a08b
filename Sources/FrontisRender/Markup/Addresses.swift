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

    /// - Parameters:
    ///   - path: within the site, with a leading slash and without the base path, as the file system has it: every `#`,
    ///     `?` and `%` in it is a character of a name.
    ///   - suffix: query and fragment, as somebody wrote them.
    package func relative(_ path: String, suffix: String = "") -> String {
        basePath + Self.encoded(path: path) + Self.encoded(reference: suffix)
    }

    package func absolute(_ path: String, suffix: String = "") -> String { origin + relative(path, suffix: suffix) }

    /// Percent-encodes what RFC 3986 does not allow in a path, `?`, `#` and `%` among it, in NFC.
    package static func encoded(path: String) -> String {
        guard !path.utf8.allSatisfy({ isAllowed($0) && !isDelimiter($0) }) else { return path }
        return PercentEncoding.encoded(path.precomposedStringWithCanonicalMapping) { isAllowed($0) && !isDelimiter($0) }
    }

    /// Percent-encodes what RFC 3986 allows nowhere in an address that somebody wrote; `%41` stays as it is.
    package static func encoded(reference: String) -> String {
        PercentEncoding.encoded(reference, isAllowed)
    }

    /// ? # %
    private static func isDelimiter(_ byte: UInt8) -> Bool { byte == 0x3F || byte == 0x23 || byte == 0x25 }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        // - . _ ~ ! $ & ' ( ) * + , ; = : @ / ? # %
        case 0x2D, 0x2E, 0x5F, 0x7E, 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D, 0x3A, 0x40, 0x2F, 0x3F, 0x23, 0x25: true
        default: false
        }
    }
}
