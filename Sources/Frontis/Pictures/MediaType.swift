/// The kinds of picture that Frontis takes from a vendor or copies beside a page.
public enum MediaType: String, Sendable, Codable, CaseIterable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case webp = "image/webp"
    case gif = "image/gif"
    case svg = "image/svg+xml"
    case avif = "image/avif"

    package var fileExtension: String {
        switch self {
        case .png: "png"
        case .jpeg: "jpg"
        case .webp: "webp"
        case .gif: "gif"
        case .svg: "svg"
        case .avif: "avif"
        }
    }
}
