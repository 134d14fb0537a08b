import Foundation
package import FrontisCore

/// What markup has to know of a picture, so that it is decoded once and not in every build.
package struct PictureSketch: Sendable, Hashable, Codable {
    /// Pixels, upright.
    package var width: Int
    package var height: Int
    /// Whether no pixel lets anything through.
    package var isOpaque: Bool
    /// Whether it is to be shown as it is: a drawing, something that moves, or too small to gain anything.
    package var isLeftAlone: Bool
    package var preview: PicturePreview?
    /// What a drawing does besides being drawn, such as `a script`.
    package var activity: String?

    package init(
        width: Int, height: Int, isOpaque: Bool, isLeftAlone: Bool = false, preview: PicturePreview? = nil
    ) {
        self.width = width
        self.height = height
        self.isOpaque = isOpaque
        self.isLeftAlone = isLeftAlone
        self.preview = preview
    }

    package init?(json bytes: [UInt8]) {
        guard let sketch = try? JSONDecoder().decode(PictureSketch.self, from: Data(bytes)), sketch.width > 0,
            sketch.height > 0
        else { return nil }
        self = sketch
    }

    package var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Numbers, flags and text always encode.
        return (try? encoder.encode(self)).map([UInt8].init) ?? []
    }
}
