import CVips
package import FrontisCore

/// What is done to a picture's pixels before they are encoded.
package struct PictureOperation: Sendable, Hashable {
    /// What of the picture is shown.
    package enum Framing: Sendable, Hashable {
        case whole
        /// The largest part of the result's proportions: round the focal point, else where the eye is caught.
        case crop(FocalPoint?)
        /// What networks show beside a link.
        case card(SocialCard.Title?, font: Digest?, focus: FocalPoint?)
    }

    /// Pixels of the result.
    package var width: Int
    package var height: Int
    package var framing: Framing

    package init(width: Int, height: Int, framing: Framing = .whole) {
        self.width = width
        self.height = height
        self.framing = framing
    }

    package static func card(_ title: SocialCard.Title?, font: Digest?, focus: FocalPoint?) -> PictureOperation {
        PictureOperation(
            width: SocialCard.width, height: SocialCard.height, framing: .card(title, font: font, focus: focus))
    }

    /// Written into the name of what comes out, so that another operation has another name.
    package var fingerprint: String {
        switch framing {
        case .whole: "\(width)x\(height)"
        case .crop(let focus): "\(width)x\(height) crop \(PictureCropper.version) \(Self.text(focus))"
        case .card(let title, let font, let focus):
            (["card \(SocialCard.version) \(Self.text(focus))"]
                + (title.map { [$0.font.name, font?.hex ?? "the machine's", $0.language ?? "", $0.text] } ?? []))
                .joined(separator: "\n")
        }
    }

    private static func text(_ focus: FocalPoint?) -> String { focus.map { "\($0.x) \($0.y)" } ?? "attention" }
}

extension MasterPicture {
    /// Runs an operation and encodes its result in several formats.
    ///
    /// - Parameters:
    ///   - provenance: is written into every file.
    ///   - keep: is given each format's bytes as soon as they are there.
    /// - Returns: letters of a card's title that no font has, for which it has no title.
    package func derive(
        _ operation: PictureOperation, _ encodings: [PictureEncoding], provenance: EmbeddedProvenance? = nil,
        keep: (PictureEncoding, [UInt8]) throws -> Void
    ) throws -> [Character] {
        switch operation.framing {
        case .whole:
            let resized = try resized(picture, operation)
            for encoding in encodings { try keep(encoding, try resized.encoded(as: encoding, provenance: provenance)) }
        case .crop(let focus):
            guard let size = PictureSize(width: operation.width, height: operation.height) else { return [] }
            let crop = try PictureCropper.crop(picture, to: size, focus: focus)
            // A master that is a pixel too small in one direction, as sizes are rounded.
            let exact = try resized(crop.picture, operation)
            for encoding in encodings { try keep(encoding, try exact.encoded(as: encoding, provenance: provenance)) }
        case .card(let title, _, let focus):
            let card = try SocialCard.draw(picture, focus: focus, title: title)
            for encoding in encodings {
                try keep(encoding, try card.picture.encoded(as: encoding, provenance: provenance))
            }
            return card.missing
        }
        return []
    }

    private func resized(
        _ picture: borrowing VipsPicture, _ operation: PictureOperation
    ) throws(PictureError) -> VipsPicture {
        guard let resized = picture.resized(toExactly: operation.width, operation.height)?.inMemory() else {
            throw .notDrawn(Vips.takeError())
        }
        return resized
    }
}
