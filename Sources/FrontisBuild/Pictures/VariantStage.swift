import FrontisGallery
import Dispatch
import FrontisCore
import FrontisImages
import FrontisPictures
import FrontisRender
import FrontisStore

/// Makes every picture that pages show ready for browsers, as soon as it is there: the site's own files at once,
/// generated ones while others are still in the making.
struct VariantStage: Sendable {
    /// A picture that has arrived.
    struct Arrival: Sendable {
        var origin: PicturePlaces.Origin
        /// An absolute path.
        var file: String
        /// Nothing where the file has to be read to know it.
        var digest: Digest?
        /// Of a generated picture.
        var provenance: PictureProvenance?

        /// One of the site's own files.
        init(file: String, in folder: SiteFolder) {
            origin = .file(file)
            self.file = folder.root + "/" + file
        }

        init(of slot: Slot, _ picture: PictureFile) {
            // A prompt in the text is placed by its words.
            origin = .slot(SlotID(source: slot.id.source, name: slot.request.name))
            (file, digest, provenance) = (picture.file, picture.digest, picture.provenance)
        }
    }

    struct Outcome: Sendable {
        /// By page and name; see `ImageCatalog.variants`.
        var variants: [SlotID: PictureVariants] = [:]
        /// Of the site's own files, relative to the site: pixels.
        var sizes: [String: PictureSize] = [:]
        /// The site's own files that pages show by their variants.
        var varied: Set<String> = []
        var diagnostics: [Diagnostic] = []
        var encoded = 0
        /// What was used of the cache, absolute.
        var cacheFiles: Set<String> = []
    }

    let folder: SiteFolder
    let places: PicturePlaces
    let maker: VariantMaker
    private let social: SiteConfiguration.Social
    private let font: SocialFontFinder.Found
    private let inWork = PicturesInWork()
    /// Pictures worked on at the same time; each is in memory once, at no more than the size that is needed.
    let jobs: Int

    init(_ source: SiteSource, places: PicturePlaces, folder: SiteFolder, jobs: Int) {
        self.folder = folder
        self.jobs = max(1, jobs)
        self.places = places
        social = source.configuration.images.social
        font = SocialFontFinder.find(
            social, in: folder.root, allowsLinksOutside: source.configuration.allowsLinksOutside)
        maker = VariantMaker(
            settings: source.configuration.images.variants ?? VariantSettings(),
            cache: VariantCache(cache: folder.cache), credit: source.configuration.creditLine)
    }

    /// What is wrong with the font of social cards.
    var fontFindings: [Diagnostic] { font.diagnostics }

    /// The site's own files, which need not be waited for.
    var localArrivals: [Arrival] {
        places.files.map { Arrival(file: $0, in: folder) }
    }

    /// Works on what arrives until nothing more does.
    func make(_ arrivals: AsyncStream<Arrival>, _ progress: @Sendable (RunProgress) -> Void) async -> Outcome {
        await withTaskGroup(of: (Arrival, Made).self) { group in
            var outcome = Outcome()
            var (busy, done) = (0, 0)
            func note() {
                done += 1
                progress(.encoded(done, of: max(done, self.places.places.count)))
            }
            for await arrival in arrivals {
                guard let places = places.places[arrival.origin] else { continue }
                if busy == jobs, let (arrival, made) = await group.next() {
                    add(made, of: arrival, to: &outcome)
                    note()
                    busy -= 1
                }
                if Task.isCancelled { continue }
                busy += 1
                group.addTask { (arrival, await Self.onItsOwnThread { make(arrival, for: places) }) }
            }
            while let (arrival, made) = await group.next() {
                add(made, of: arrival, to: &outcome)
                note()
            }
            return outcome
        }
    }

    // MARK: One picture

    private enum Made: Sendable {
        case done(VariantMaker.Result)
        /// A picture that cannot be decoded; it is shown as it is.
        case unusable(PictureError, info: PictureInfo?)
        case failed(Diagnostic)
    }

    private func make(_ arrival: Arrival, for places: [PicturePlaces.Place]) -> Made {
        var read: [UInt8]?
        func bytes() throws -> [UInt8] {
            if let read { return read }
            let bytes = try FileContents.read(arrival.file)
            read = bytes
            return bytes
        }
        do {
            let digest = try arrival.digest ?? Digest.of(bytes())
            return .done(
                try inWork.alone(with: digest) {
                    try maker.make(places.map(order), of: digest, arrival.provenance, bytes: bytes)
                })
        } catch let error as PictureError {
            return .unusable(error, info: read.flatMap { try? PictureInspector.header(of: $0) })
        } catch let error as FileError {
            return .failed(
                error.diagnostic(.fileUnreadable, in: folder.root))
        } catch {
            return .failed(Diagnostic(.fileUnreadable, "'\(arrival.file)' could not be read: \(error)"))
        }
    }

    private func order(for place: PicturePlaces.Place) -> VariantOrder {
        var order = VariantOrder(uses: place.uses, focus: place.focus)
        guard let card = place.card else { return order }
        order.card = VariantOrder.Card()
        if social.title, let font = font.font {
            order.card?.title = SocialCard.Title(text: card.title, language: card.language, font: font)
            order.card?.font = self.font.digest
        }
        return order
    }

    private func add(_ made: Made, of arrival: Arrival, to outcome: inout Outcome) {
        let places = places.places[arrival.origin] ?? []
        switch made {
        case .done(let result):
            outcome.encoded += result.encoded
            outcome.cacheFiles.insert(maker.cache.sketchFile(of: result.image))
            for variants in result.variants ?? [] { outcome.cacheFiles.formUnion(variants.files.map(\.file)) }
            if case .file(let file) = arrival.origin {
                outcome.sizes[file] = PictureSize(width: result.sketch.width, height: result.sketch.height)
                if result.variants != nil { outcome.varied.insert(file) }
            }
            if let activity = result.sketch.activity, let place = places.first {
                outcome.diagnostics.append(
                    Diagnostic(
                        .pictureActive, "'\(shown(arrival))' has \(activity) in it", at: place.location,
                        in: place.sourceLine,
                        help:
                            "browsers ignore it in a page, not in the file itself: take it out, or export the drawing anew"
                    ))
            }
            for (place, variants) in zip(places, result.variants ?? []) { outcome.variants[place.id] = variants }
            for (index, letters) in result.unwritable where places.indices.contains(index) {
                guard let card = places[index].card, let font = font.font else { continue }
                outcome.diagnostics.append(
                    SocialFontFinder.unwritable(letters, title: card.title, font: font, at: places[index].location))
            }
        case .unusable(let error, let info):
            if case .file(let file) = arrival.origin, let info {
                outcome.sizes[file] = PictureSize(width: info.width, height: info.height)
            }
            guard let place = places.first else { return }
            outcome.diagnostics.append(
                Diagnostic(
                    .pictureUnusable, "'\(shown(arrival))' is shown as it is: \(error.clause(about: "the file"))",
                    at: place.location,
                    in: place.sourceLine,
                    help: "a whole PNG, JPEG, WebP, AVIF or GIF file gets sizes and formats for every browser"))
        case .failed(let diagnostic):
            // That a file is not there is a finding about the page that shows it.
            if case .file = arrival.origin, diagnostic.id == .fileUnreadable, places.isEmpty { return }
            var diagnostic = diagnostic
            diagnostic.location = diagnostic.location ?? places.first?.location
            diagnostic.sourceLine = diagnostic.sourceLine ?? places.first?.sourceLine
            outcome.diagnostics.append(diagnostic)
        }
    }

    private func shown(_ arrival: Arrival) -> String {
        switch arrival.origin {
        case .slot(let id): id.description
        case .file(let file): file
        }
    }

    /// Encoding takes a core for tenths of a second. On a thread of its own it holds up nobody who waits for an
    /// answer from the network.
    private static func onItsOwnThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: work()) }
        }
    }
}
