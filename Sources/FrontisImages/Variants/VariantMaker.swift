package import FrontisCore
package import FrontisPictures
import FrontisStore

/// Makes the files that a plan for a picture's variants asks for, and keeps them in the cache. Whatever is there
/// already is not made again, and the picture is not even read for it.
package struct VariantMaker: Sendable {
    /// What came of one picture.
    package struct Result: Sendable {
        package var image: Digest
        package var sketch: PictureSketch
        /// One for each order; nothing for a picture that is shown as it is.
        package var variants: [PictureVariants]?
        /// Titles that their cards lack, with the letters that no font has; by the order's place.
        package var unwritable: [Int: [Character]] = [:]
        /// How many files had to be made.
        package var encoded = 0
    }

    package let settings: VariantSettings
    package let cache: VariantCache
    /// Of the site, written into files made of generated pictures.
    private let credit: String

    package init(settings: VariantSettings, cache: VariantCache, credit: String = "") {
        self.settings = settings
        self.cache = cache
        self.credit = credit
    }

    /// - Parameters:
    ///   - provenance: of a generated picture.
    ///   - bytes: reads the picture; asked only if something has to be made.
    /// - Throws: `PictureError` for bytes that are no picture, `FileError`, and what `bytes` throws.
    package func make(
        _ orders: [VariantOrder], of image: Digest, _ provenance: PictureProvenance? = nil,
        bytes: () throws -> [UInt8]
    ) throws -> Result {
        if let sketch = cache.sketch(of: image) {
            guard !sketch.isLeftAlone else { return Result(image: image, sketch: sketch) }
            let (plan, variants) = try plan(orders, of: image, as: sketch, from: provenance)
            let missing = plan.items.filter { !cache.has($0.variant.file, $0.variant.mediaType) }
            if !missing.isEmpty {
                let bytes = try bytes()
                let master = try master(bytes, PictureInspector.header(of: bytes), orders)
                try encode(missing, from: master)
            }
            return result(image, sketch, variants, encoded: missing.count)
        }
        let bytes = try bytes()
        let info = try PictureInspector.header(of: bytes)
        guard !Self.isLeftAlone(info) else {
            var sketch = PictureSketch(width: info.width, height: info.height, isOpaque: false, isLeftAlone: true)
            sketch.activity = PictureInspector.activity(ofSVG: bytes)
            try cache.keep(sketch, of: image)
            return Result(image: image, sketch: sketch)
        }
        let master = try master(bytes, info, orders)
        let sketch = PictureSketch(
            width: info.width, height: info.height, isOpaque: master.isOpaque, preview: try master.preview())
        try cache.keep(sketch, of: image)
        let (plan, variants) = try plan(orders, of: image, as: sketch, from: provenance)
        let missing = plan.items.filter { !cache.has($0.variant.file, $0.variant.mediaType) }
        try encode(missing, from: master)
        return result(image, sketch, variants, encoded: missing.count)
    }

    private func result(
        _ image: Digest, _ sketch: PictureSketch, _ variants: [PictureVariants], encoded: Int
    ) -> Result {
        var result = Result(image: image, sketch: sketch, variants: variants.map(measured), encoded: encoded)
        for (index, variants) in variants.enumerated() {
            guard let file = variants.social?.file else { continue }
            result.unwritable[index] = cache.missing(of: file)
        }
        return result
    }

    /// With the lengths of fallbacks, which feeds state.
    private func measured(_ variants: PictureVariants) -> PictureVariants {
        var variants = variants
        for (use, rendition) in variants.renditions {
            guard var fallback = rendition.fallback else { continue }
            for index in fallback.variants.indices {
                fallback.variants[index].length = cache.length(of: fallback.variants[index].file)
            }
            variants.renditions[use]?.sets[rendition.sets.count - 1] = fallback
        }
        return variants
    }

    /// A side that no screen would want smaller, in pixels.
    private static let smallest = 64

    /// Drawings scale by themselves, and of what moves only its first picture would be left.
    package static func isLeftAlone(_ info: PictureInfo) -> Bool {
        info.mediaType == .svg || info.isAnimated || max(info.width, info.height) <= smallest
    }

    private func plan(
        _ orders: [VariantOrder], of image: Digest, as sketch: PictureSketch, from provenance: PictureProvenance?
    ) throws(PictureError) -> (VariantPlan, [PictureVariants]) {
        var embedded: VariantPlan.Provenance?
        if let provenance { embedded = try VariantPlan.Provenance(provenance, credit: credit) }
        var plan = VariantPlan(image, sketch, provenance: embedded, settings: settings, cache: cache)
        let variants = orders.map { plan.add($0) }
        return (plan, variants)
    }

    private func master(
        _ bytes: [UInt8], _ info: PictureInfo, _ orders: [VariantOrder]
    ) throws(PictureError) -> MasterPicture {
        try MasterPicture(
            bytes, info, fitting: VariantPlan.box(for: orders, settings, width: info.width, height: info.height))
    }

    private func encode(_ items: [VariantPlan.Item], from master: borrowing MasterPicture) throws {
        for (operation, items) in Dictionary(grouping: items, by: \.operation) {
            let files = Dictionary(
                items.map { ($0.encoding, $0.variant.file) }, uniquingKeysWith: { first, _ in first })
            let missing = try master.derive(operation, items.map(\.encoding), provenance: items.first?.provenance) {
                encoding, bytes in
                if let file = files[encoding] { try cache.keep(bytes, as: file) }
            }
            if !missing.isEmpty { for file in files.values { try cache.keep(missing: missing, of: file) } }
        }
    }
}
