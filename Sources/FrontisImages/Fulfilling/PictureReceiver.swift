import Foundation
import FrontisCore
import FrontisHTTP
import FrontisPictures
import FrontisStore

/// Keeps what comes for one recipe: pictures as soon as they are there, and the addresses of those that have to be
/// fetched, which costs nothing and is tried again by itself. Hold the recipe's lock meanwhile.
struct PictureReceiver: Sendable {
    /// What became of an answer.
    struct Receipt: Sendable {
        var manifest: RecipeManifest
        /// Of pictures that came, as they are.
        var pictures: [PictureInfo] = []
        /// Pictures that are kept and still to be looked at.
        var unseen: [[UInt8]] = []
        /// Pictures of it that the manifest has already.
        var known: [Digest] = []
        /// Why there are fewer than were asked for.
        var failure: ProviderFailure?
        /// What is still to be fetched.
        var pending: PendingAnswer?
        /// Answers that are of no more use once their pictures are on the disk.
        var finished: [PendingAnswer] = []
        /// What could not be written.
        var storeError: StoreError?
        var cost: Cost?
        /// Pictures that nobody asked for.
        var surplus = 0

        /// The first picture of the answer, which a run that was killed may have got and not said whose it is.
        func arrived(since first: Int) -> RecipeManifest.Candidate? {
            manifest.candidates.first { $0.number >= first || known.contains($0.image) }
        }
    }

    let store: ImageStore
    let provider: any ImageProvider
    let request: GenerationRequest
    let retry: RetryPolicy
    /// Noted of what comes now.
    let now: Timestamp
    /// Of a dark companion: the picture beside which it is made.
    let light: Digest?
    /// The pins of the slot, which name what was asked for.
    let model: String?
    let quality: String?
    /// Who asks, and for what.
    let wish: PendingAnswer.Wish?
    /// For one attempt at an address; as long as the provider says where there is nothing.
    var patience: Duration?
    /// Addresses expire by the real clock.
    var clock: @Sendable () -> Timestamp = { .now }

    /// Keeps an answer that has just come.
    ///
    /// - Throws: where nothing came, and nothing will.
    func receive(
        _ generation: Generation, call: String, into manifest: RecipeManifest
    ) async throws(ProviderFailure) -> Receipt {
        let expected = max(
            1, generation.images.count + generation.vouchers.count, isWork(generation) ? request.count : 1)
        let making = Making(
            provider: provider.name, dialect: provider.dialect, model: model ?? generation.model,
            quality: quality ?? generation.quality, created: now,
            cost: generation.cost.map { Cost(usd: $0.usd / expected, estimated: $0.estimated) }, light: light)
        let answer = PendingAnswer(
            key: request.key, call: call, making, revisedPrompt: generation.revisedPrompt,
            vouchers: generation.vouchers, wish: wish)
        var receipt = Receipt(manifest: manifest, failure: generation.shortfall, cost: generation.cost)
        receipt.surplus = generation.surplus
        for bytes in generation.images { keep(bytes, of: answer, &receipt) }
        if !generation.vouchers.isEmpty { await redeem(answer, &receipt) }
        guard receipt.pictures.isEmpty, receipt.unseen.isEmpty, receipt.pending == nil, receipt.storeError == nil
        else { return receipt }
        try forget(receipt.finished)
        throw receipt.failure ?? ProviderFailure(.unusable, "the answer held no picture", mayBeBilled: true)
    }

    /// Fetches what an earlier run could not.
    func collect(_ answer: PendingAnswer, into manifest: RecipeManifest) async -> Receipt {
        var receipt = Receipt(manifest: manifest)
        await redeem(answer, &receipt, isNew: false)
        return receipt
    }

    /// Looks at what has come, and waits until it is on the disk. For after the call: decoding a picture keeps no vendor
    /// waiting.
    func secure(_ receipt: inout Receipt) throws(StoreError) {
        for bytes in receipt.unseen {
            do throws(PictureError) { receipt.pictures.append(try PictureInspector.inspect(bytes)) } catch {
                receipt.failure = unusable(error)
                try store.reject(bytes, note: note(on: error), in: &receipt.manifest, for: request.key)
            }
        }
        receipt.unseen = []
        try store.secure(&receipt.manifest, for: request.key)
    }

    /// Forgets the addresses that are of no more use: once what came is on the disk, and whoever has to know of it does.
    func finish(_ receipt: inout Receipt) throws(StoreError) {
        for answer in receipt.finished { try store.pending.remove(answer) }
        receipt.finished = []
    }

    private func forget(_ answers: [PendingAnswer]) throws(ProviderFailure) {
        for answer in answers {
            do throws(StoreError) { try store.pending.remove(answer) } catch {
                throw ProviderFailure(.unusable, error.summary, help: error.help, mayBeBilled: true)
            }
        }
    }

    private func isWork(_ generation: Generation) -> Bool { generation.vouchers.contains { $0.kind == .work } }

    // MARK: Fetching

    /// Addresses that are tried at the same time.
    private static let width = 4

    private func redeem(_ answer: PendingAnswer, _ receipt: inout Receipt, isNew: Bool = true) async {
        var answer = answer
        if isNew { note(answer, &receipt) }
        var waiting = answer.vouchers
        var left: [Voucher] = []
        var isFirstRound = true
        while !waiting.isEmpty {
            var found: [Voucher] = []
            await fetch(waiting) { (voucher, result) in
                switch result {
                case .success(let generation):
                    receipt.failure = receipt.failure ?? generation.shortfall
                    receipt.surplus += generation.surplus
                    receipt.cost = generation.cost ?? receipt.cost
                    for bytes in generation.images { keep(bytes, of: answer, isNew: isNew, &receipt) }
                    found += generation.vouchers
                case .failure(let error):
                    // What finished work has just named is for its provider to judge.
                    let isOwn = isNew || !isFirstRound || voucher.kind == .work
                    let failure = isOwn ? error : notOurs(error, answer)
                    receipt.failure = failure
                    if !failure.isFinal { left.append(voucher) }
                }
            }
            waiting = found
            isFirstRound = false
            guard !found.isEmpty else { continue }
            answer.vouchers = left + found
            note(answer, &receipt)
        }
        guard !left.isEmpty else {
            receipt.finished.append(answer)
            return
        }
        answer.vouchers = left
        note(answer, &receipt)
        receipt.pending = answer
    }

    /// Tries several addresses at the same time, and tells of them in their order, each as soon as those before it are
    /// there: candidates have the same numbers whichever comes first.
    private func fetch(_ vouchers: [Voucher], _ finish: (Voucher, Result<Generation, ProviderFailure>) -> Void) async {
        var results: [Int: Result<Generation, ProviderFailure>] = [:]
        var next = 0
        await Array(vouchers.indices).concurrently(width: Self.width) {
            (index) -> Result<Generation, ProviderFailure> in
            do throws(ProviderFailure) { return .success(try await fetch(vouchers[index])) } catch {
                return .failure(error)
            }
        } then: { index, result in
            results[index] = result
            while let result = results.removeValue(forKey: next) {
                finish(vouchers[next], result)
                next += 1
            }
        }
        // After a cancellation nothing is begun.
        for index in next..<vouchers.count {
            finish(vouchers[index], results[index] ?? .failure(ProviderFailure(.busy, "the request was cancelled")))
        }
    }

    /// An address that is still to be fetched was good enough for the provider that gave it. One that has its name by
    /// now, or other settings, or stands in for it, may have no business there, and gives it up for nobody.
    private func notOurs(_ failure: ProviderFailure, _ answer: PendingAnswer) -> ProviderFailure {
        guard failure.isFinal else { return failure }
        var failure = failure
        failure.isFinal = false
        failure.help =
            "provider '\(answer.provider)' may fetch it with the settings that it had on \(answer.created.day): "
            + "put them back into frontis.yaml"
        return failure
    }

    /// Writes down where the pictures are, before they are asked for.
    private func note(_ answer: PendingAnswer, _ receipt: inout Receipt) {
        do throws(StoreError) { try store.pending.write(answer) } catch {
            receipt.storeError = receipt.storeError ?? error
        }
    }

    /// Several attempts at what costs nothing. A picture that comes damaged may come whole the next time.
    private func fetch(_ voucher: Voucher) async throws(ProviderFailure) -> Generation {
        do throws(ProviderFailure) {
            return try await retry.run { (_) async throws(ProviderFailure) -> Generation in
                let generation: Generation
                do throws(ProviderFailure) {
                    generation = try await redeem(voucher)
                } catch {
                    throw Self.isWorthAnotherTry(error) ? Self.busy(error) : error
                }
                for bytes in generation.images {
                    do throws(PictureError) { _ = try PictureInspector.inspect(bytes) } catch {
                        throw ProviderFailure(
                            .busy, "what was fetched is no whole picture: \(error)", mayBeBilled: true, evidence: bytes)
                    }
                }
                return generation
            }
        } catch {
            var failure = error
            if failure.evidence != nil { failure.kind = .unusable }
            throw failure
        }
    }

    private func redeem(_ voucher: Voucher) async throws(ProviderFailure) -> Generation {
        guard let patience else { return try await provider.redeem(voucher, for: request) }
        let (provider, request) = (provider, request)
        let result = await withTaskGroup(of: Result<Generation, ProviderFailure>?.self) { group in
            group.addTask {
                do throws(ProviderFailure) { return .success(try await provider.redeem(voucher, for: request)) } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                do { try await Task.sleep(for: patience) } catch { return nil }
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let result else {
            throw ProviderFailure(.busy, "the picture was not there within \(patience.components.seconds) seconds")
        }
        return try result.get()
    }

    /// An empty answer, or a page of a proxy in the place of the picture.
    private static func isWorthAnotherTry(_ failure: ProviderFailure) -> Bool {
        failure.kind == .unusable && !failure.isFinal
    }

    private static func busy(_ failure: ProviderFailure) -> ProviderFailure {
        var failure = failure
        failure.kind = .busy
        return failure
    }

    // MARK: Keeping

    /// Makes sure of the bytes first, as far as a kill is concerned. What is no picture by its head goes to quarantine.
    ///
    /// - Parameter isNew: whether it is an answer of this run, and not one that an earlier run may have got.
    private func keep(_ bytes: [UInt8], of answer: PendingAnswer, isNew: Bool = true, _ receipt: inout Receipt) {
        let head: PictureInfo
        do throws(PictureError) { head = try PictureInspector.header(of: bytes) } catch {
            receipt.failure = unusable(error)
            do throws(FileError) { try store.quarantine(bytes, note: note(on: error)) } catch {
                receipt.storeError = receipt.storeError ?? .file(error)
            }
            return
        }
        let digest = Digest.of(bytes)
        // A run that was killed may have got it.
        if !isNew, receipt.manifest.candidates.contains(where: { $0.image == digest }) {
            receipt.known.append(digest)
            return
        }
        do throws(StoreError) {
            let picture = Picture(
                digest: digest, mediaType: head.mediaType, width: head.width, height: head.height)
            try store.keep(
                bytes,
                as: .init(
                    StoredImage(picture, answer.making, candidate: receipt.manifest.nextNumber),
                    revisedPrompt: answer.revisedPrompt), in: &receipt.manifest, for: request.key)
        } catch {
            receipt.storeError = receipt.storeError ?? error
            return
        }
        receipt.unseen.append(bytes)
    }

    private func unusable(_ error: PictureError) -> ProviderFailure {
        ProviderFailure(
            .unusable, "\(error)", help: "what came is kept in .frontis/store/v1/quarantine", mayBeBilled: true)
    }

    private func note(on error: PictureError) -> String { "an answer of provider '\(provider.name)': \(error)" }
}
