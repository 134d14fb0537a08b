package import FrontisCore

/// A picture that a slot has shown.
package struct ShownPicture: Sendable, Codable {
    package var time: Timestamp
    package var event: String
    package var prompt: String
    package var candidate: Int
    package var image: String
    /// Relative to the site; the bytes may be gone.
    package var file: String
    package var isShown: Bool
}
