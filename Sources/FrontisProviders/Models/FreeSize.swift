import Foundation
import FrontisCore

/// The sizes that GPT Image 2 and later draw: both sides multiples of 16, between 1:3 and 3:1, the long side at
/// most 3840, from 655,360 to 8,294,400 pixels in all (OpenAI's API description of 2026-08-21).
enum FreeSize {
    private static let step = 16
    private static let longestSide = 3840
    private static let pixels = 655_360...8_294_400
    /// About what a page shows at its widest, on a screen of two pixels a point.
    private static let target = 1_500_000.0

    /// What is wrong with an exact size; nothing if it is legal.
    static func complaint(about size: PictureSize) -> String? {
        if size.width % step != 0 || size.height % step != 0 { return "both sides must be multiples of \(step)" }
        if max(size.width, size.height) > longestSide { return "the longer side may have \(longestSide) pixels" }
        if max(size.width, size.height) > 3 * min(size.width, size.height) {
            return "the shape must be between 1:3 and 3:1"
        }
        if !pixels.contains(size.pixels) {
            return "the picture must have from \(pixels.lowerBound) to \(pixels.upperBound) pixels in all"
        }
        return nil
    }

    /// The legal size for an aspect: exactly that shape if there is one near 1.5 megapixels, else the nearest.
    static func nearest(to aspect: Aspect) -> PictureSize? {
        let ratio = min(3, max(1.0 / 3, aspect.ratio))
        return exact(aspect) ?? close(to: ratio)
    }

    private static func exact(_ aspect: Aspect) -> PictureSize? {
        // Width and height have no common divisor, so one of them is odd and needs the whole factor of 16.
        let most = longestSide / (step * max(aspect.width, aspect.height))
        guard most > 0 else { return nil }
        let candidates = (1...most).compactMap { times in
            PictureSize(width: aspect.width * step * times, height: aspect.height * step * times)
        }
        let legal = candidates.filter { complaint(about: $0) == nil && distance($0) < log(1.34) }
        // The long side that vendors' own sizes have, for the shapes where that is about the same.
        return legal.first { max($0.width, $0.height) == 1536 && distance($0) < log(1.15) }
            ?? legal.min { distance($0) < distance($1) }
    }

    private static func close(to ratio: Double) -> PictureSize? {
        let middle = Int((target * ratio).squareRoot()) / step
        let candidates = (max(1, middle - 12)...(middle + 12)).flatMap { columns -> [PictureSize] in
            let rows = Int((Double(columns) / ratio).rounded())
            return (max(1, rows - 1)...(rows + 1)).compactMap {
                PictureSize(width: columns * step, height: $0 * step)
            }
        }
        // A wrong shape is cut to the right one, so it costs far more than a few pixels.
        func cost(_ size: PictureSize) -> Double { 20 * abs(log(size.ratio / ratio)) + distance(size) }
        return candidates.filter { complaint(about: $0) == nil }.min { cost($0) < cost($1) }
    }

    private static func distance(_ size: PictureSize) -> Double { abs(log(Double(size.pixels) / target)) }
}
