import CVips
package import FrontisCore
import Foundation

/// The versions of the libraries that encode pictures: another one may write other bytes.
///
/// libvips tells its own only. The encoders that it has loaded into the process are asked themselves, by the
/// functions that they have for this.
package enum EncoderVersions {
    /// Such as `vips 8.14.1, libaom v3.6.0`.
    package static func version(for type: MediaType) -> String {
        switch type {
        case .avif: avif
        case .webp: webp
        case .jpeg, .png, .gif, .svg: vips
        }
    }

    private static let vips = "vips \(PictureLibrary.version)"
    private static let avif =
        ([vips]
        + [text("heif_get_version", "libheif"), text("aom_codec_version_str", "libaom")]
        .compactMap { $0 }).joined(separator: ", ")
    private static let webp = ([vips] + [number("WebPGetEncoderVersion", "libwebp")].compactMap { $0 })
        .joined(separator: ", ")

    /// Of a function without parameters that gives a C string, in any library that is loaded.
    private static func text(_ function: String, _ library: String) -> String? {
        guard let symbol = symbol(function) else { return nil }
        typealias Function = @convention(c) () -> UnsafePointer<CChar>?
        return unsafeBitCast(symbol, to: Function.self)().map { "\(library) \(String(cString: $0))" }
    }

    private static func number(_ function: String, _ library: String) -> String? {
        guard let symbol = symbol(function) else { return nil }
        typealias Function = @convention(c) () -> Int32
        return "\(library) \(unsafeBitCast(symbol, to: Function.self)())"
    }

    private static func symbol(_ name: String) -> UnsafeMutableRawPointer? {
        guard (try? Vips.start()) != nil else { return nil }
        return dlsym(nil, name)
    }
}
