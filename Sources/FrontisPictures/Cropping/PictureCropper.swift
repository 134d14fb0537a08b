import CVips
package import FrontisCore

/// Cuts pictures to the shapes in which sites show them. The same pixels always give the same ones.
package enum PictureCropper {
    /// To be raised when the same picture would be cut or scaled differently, so that kept crops are made anew.
    package static let version = 1

    struct Crop: ~Copyable {
        /// In memory; with alpha where the picture had it.
        let picture: VipsPicture
        /// Whether it measures what was asked for; else the picture was too small, and nothing is scaled up.
        let isFullSize: Bool
    }

    /// What a crop of a picture will measure: `size`, or where the picture has fewer pixels in either direction, the
    /// largest part of it in those proportions.
    ///
    /// The smaller ones have exactly the proportions asked for where that costs at most a twenty-fifth of a side;
    /// proportions of large numbers, such as 1536 : 1025, are met to the nearest pixel.
    package static func size(
        ofCropTo size: PictureSize, from whole: (width: Int, height: Int)
    ) -> (width: Int, height: Int) {
        if whole.width >= size.width, whole.height >= size.height { return (size.width, size.height) }
        let largest = PictureBox.largest(like: size, in: whole)
        guard let aspect = Aspect(width: size.width, height: size.height) else { return largest }
        let times = min(whole.width / aspect.width, whole.height / aspect.height)
        let exact = (width: times * aspect.width, height: times * aspect.height)
        return exact.width * 25 >= largest.width * 24 ? exact : largest
    }

    /// Takes the largest part of those proportions, round the focal point or, without one, where the picture catches
    /// the eye, and scales it down to `size`.
    ///
    /// The picture is upright; its pixels are read several times, so it should be in memory. Throws `notDrawn`.
    static func crop(
        _ picture: borrowing VipsPicture, to size: PictureSize, focus: FocalPoint?
    ) throws(PictureError) -> Crop {
        let whole = (width: picture.width, height: picture.height)
        let result = Self.size(ofCropTo: size, from: whole)
        let isFullSize = result == (size.width, size.height)
        let part = isFullSize ? PictureBox.largest(like: size, in: whole) : result
        guard let cut = cut(picture, width: part.width, height: part.height, focus: focus),
            let scaled = part == result ? consume cut : cut.resized(toExactly: result.width, result.height),
            let kept = scaled.inMemory()
        else { throw .notDrawn(Vips.takeError()) }
        return Crop(picture: kept, isFullSize: isFullSize)
    }

    /// A part of exactly this size, not scaled.
    static func cut(
        _ picture: borrowing VipsPicture, width: Int, height: Int, focus: FocalPoint?
    ) -> VipsPicture? {
        let whole = (width: picture.width, height: picture.height)
        guard let focus = (width, height) == whole ? .center : focus else {
            return picture.cutToAttention(width: width, height: height)
        }
        return picture.cut(to: PictureBox(width: width, height: height, in: whole, around: focus))
    }
}
