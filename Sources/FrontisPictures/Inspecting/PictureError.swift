package import FrontisCore

/// Why bytes are no picture that Frontis can use, or a picture could not be drawn.
package enum PictureError: Error, Sendable, Hashable {
    case empty
    /// What the bytes look like instead.
    case notAPicture(Lookalike)
    /// A picture of a kind that is not taken here, by the name people know it by.
    case unsupported(format: String)
    case tooLarge(width: Int, height: Int, limits: PictureLimits)
    case truncated(MediaType)
    case damaged(MediaType)
    /// An SVG without a width, a height or a view box.
    case sizeUnknown
    /// libvips did not start; its reason.
    case unavailable(String)
    /// libvips could not draw or encode; its reason.
    case notDrawn(String)

    /// What people meet where a picture should be: an error page, an API's error, a message.
    package enum Lookalike: String, Sendable {
        case html = "HTML"
        case json = "JSON"
        case xml = "XML"
        case text = "text"
        case unknown = "unknown data"
    }
}

extension PictureError: CustomStringConvertible {
    /// A clause for the end of a sentence about a vendor: "… gave no picture: " and this.
    package var description: String { clause(about: "the answer") }

    /// - Parameter subject: what the bytes are to people: `the answer`, `the file`.
    package func clause(about subject: String) -> String {
        switch self {
        case .empty: "\(subject) is empty"
        case .notAPicture(let lookalike): "\(subject) is \(lookalike.rawValue), not a picture"
        case .unsupported(let format): "\(format) pictures are not accepted here"
        case .tooLarge(let width, let height, let limits):
            "the picture claims \(width) × \(height) pixels; the limit is \(limits.side) a side and "
                + "\(limits.pixels / 1_000_000) million in all"
        case .truncated(let type): "the \(Self.name(of: type)) picture is cut off before its end"
        case .damaged(let type): "the \(Self.name(of: type)) picture is damaged"
        case .sizeUnknown: "the SVG has neither width and height nor a view box"
        case .unavailable(let reason): "libvips did not start: \(reason)"
        case .notDrawn(let reason): "the picture could not be drawn: \(reason)"
        }
    }

    private static func name(of type: MediaType) -> String {
        switch type {
        case .png: "PNG"
        case .jpeg: "JPEG"
        case .webp: "WebP"
        case .gif: "GIF"
        case .svg: "SVG"
        case .avif: "AVIF"
        }
    }
}
