import Foundation
import FrontisCore
import FrontisPictures
import FrontisStore

/// A picture that is paid for and not there: no reason to remember anything of its recipe, or to pay again.
struct Unfetched: Error {
    var failure: ProviderFailure
}

/// Asking for pictures, and fetching those that earlier runs have paid for.
extension ImageFulfiller {
    /// Asks for `count` pictures, in several calls where the vendor gives fewer at a time. What came before a failure
    /// is kept, and what failed is not asked for again by itself.
    func add(
        _ count: Int, by provider: any ImageProvider, to manifest: inout RecipeManifest, _ order: PictureTask.Order,
        _ result: inout PictureTask.Result
    ) async throws {
        let slot = order.slot
        if let reason = account.halted.reason(of: provider.name) { throw ProviderFailure(reason.kind, reason.message) }
        if let day = order.unansweredSince {
            result.diagnostics.append(
                finding(
                    .init(
                        .pictureUnanswered,
                        "\(slot.id) was asked for on \(day), and no answer is known; it is asked for again, and provider "
                            + "'\(provider.name)' may bill both", "both are in the ledger: frontis store info"),
                    at: slot))
        }
        manifest.asked = max(manifest.asked, manifest.candidates.count) + count
        var rest = count
        while rest > 0 {
            try store.checkRoom()
            var request = GenerationRequest(
                slot, count: rest,
                references: try slot.recipe.references.compactMap { references[$0] } + pictures(for: order, provider))
            request.made = manifest.candidates.count
            request.count = min(rest, max(1, provider.picturesPerCall(for: request)))
            let failure: ProviderFailure
            do {
                let before = manifest.candidates.count
                let receipt = try await generate(request, provider, into: manifest, order)
                manifest = receipt.manifest
                manifest.refusal = nil
                try settle(receipt, in: &manifest, slot, &result)
                rest -= max(receipt.pictures.count, manifest.candidates.count - before)
                guard let shortfall = receipt.failure, rest > 0 else { continue }
                account.halted.note(shortfall, of: provider.name)
                let reason = receipt.pending.map { words(for: shortfall, pending: $0, slot) } ?? shortfall
                guard !manifest.candidates.isEmpty else { throw Unfetched(failure: reason) }
                failure = reason
            } catch let error as ProviderFailure where rest < count {
                failure = error
                try store.write(manifest, for: slot.key)
            }
            result.diagnostics.append(
                shortage(failure, provider, slot, came: count - rest, of: count, has: manifest.candidates.count))
            return
        }
    }

    /// Says that only some of the pictures came. That is no refusal of the recipe.
    private func shortage(
        _ failure: ProviderFailure, _ provider: any ImageProvider, _ slot: Slot, came: Int, of count: Int, has: Int
    ) -> Diagnostic {
        var partial = failed(failure, provider, slot, isWhole: false)
        partial.summary = "\(came) of \(count) pictures came; then \(partial.summary)"
        partial.severity = .warning
        partial.cause = nil
        partial.help =
            "ask for the rest with: frontis image make --slot \(slot.id) --candidates \(has + count - came)"
        return partial
    }

    private func receiver(
        _ request: GenerationRequest, _ provider: any ImageProvider, _ order: PictureTask.Order
    ) -> PictureReceiver {
        PictureReceiver(
            store: store, provider: provider, request: request, retry: rules.retry, now: rules.now,
            light: order.light?.digest, model: order.slot.request.model, quality: order.slot.request.quality)
    }

    private func generate(
        _ request: GenerationRequest, _ provider: any ImageProvider, into manifest: RecipeManifest,
        _ order: PictureTask.Order
    ) async throws -> PictureReceiver.Receipt {
        let price = provider.price(of: request)
        let call = PaidCall(
            account: account, lane: making, provider: provider.name, dialect: provider.dialect,
            model: provider.model(for: request), limits: provider.limits, key: request.key, kind: .image,
            count: request.count,
            price: price.map { $0 * request.count },
            now: rules.now)
        let receiver = receiver(request, provider, order)
        var (receipt, _) = try await call.run(rules.retry) {
            (opened) async throws(ProviderFailure) -> (PictureReceiver.Receipt, Cost?) in
            var generation = try await provider.generate(request)
            if generation.cost != nil { generation.cost = call.believed(generation.cost, of: opened) }
            let receipt = try await receiver.receive(generation, call: opened.id, into: manifest)
            return (receipt, receipt.cost)
        }
        try receiver.secure(&receipt)
        guard receipt.pictures.isEmpty, receipt.pending == nil, receipt.storeError == nil else { return receipt }
        throw receipt.failure ?? ProviderFailure(.unusable, "the answer held no picture", mayBeBilled: true)
    }

    /// Fetches what earlier runs have paid for and could not fetch.
    ///
    /// - Returns: why something of it is still not there.
    func collect(
        for order: PictureTask.Order, into manifest: inout RecipeManifest, _ result: inout PictureTask.Result
    ) async throws -> ProviderFailure? {
        let slot = order.slot
        var unfetched: ProviderFailure?
        for answer in try store.pendingAnswers(of: slot.key) where pins.accepts(answer.stored, for: slot) {
            guard let provider = provider(of: answer, slot) else {
                let failure = ProviderFailure(
                    .unconfigured,
                    "a picture that was asked of provider '\(answer.provider)' is to be fetched, and there is no such "
                        + "provider any more", help: "put it back into frontis.yaml")
                guard answer.expires <= Int(Date().timeIntervalSince1970) else {
                    unfetched = words(for: failure, pending: answer, slot)
                    continue
                }
                unfetched = try giveUp(answer, failure, .expired, in: &manifest, slot)
                continue
            }
            let receiver = receiver(GenerationRequest(slot, count: 1), provider, order)
            var receipt = await receiver.collect(answer, into: manifest)
            try receiver.secure(&receipt)
            manifest = receipt.manifest
            try settle(receipt, in: &manifest, slot, &result)
            guard let failure = receipt.failure else { continue }
            if let pending = receipt.pending, pending.expires > receiver.clock() {
                unfetched = words(for: failure, pending: pending, slot)
                continue
            }
            // Nothing will come any more. That has to be said before anybody pays again.
            let kind: RecipeManifest.Refusal.Kind =
                receipt.pending != nil ? .expired : failure.kind == .refused ? .refused : .unusable
            unfetched = try giveUp(receipt.pending ?? answer, failure, kind, in: &manifest, slot)
        }
        return unfetched
    }

    /// The provider that was asked, or the slot's, where that speaks the same protocol: it may have got another name.
    private func provider(of answer: PendingAnswer, _ slot: Slot) -> (any ImageProvider)? {
        if let provider = providers[answer.provider] { return provider }
        guard let provider = providers[slot.provider], provider.dialect == answer.dialect else { return nil }
        return provider
    }

    /// Remembers that nothing will come for an answer that is paid for.
    private func giveUp(
        _ answer: PendingAnswer, _ failure: ProviderFailure, _ kind: RecipeManifest.Refusal.Kind,
        in manifest: inout RecipeManifest, _ slot: Slot
    ) throws(StoreError) -> ProviderFailure {
        manifest.refusal = .init(
            kind, provider: answer.provider, model: answer.model, message: failure.message, created: answer.created)
        try store.write(manifest, for: slot.key)
        try store.remove(answer)
        var failure = failure
        failure.help = "have another one made, which is paid for: frontis image regenerate \(slot.id)"
        return failure
    }

    /// Says of what could not be fetched that it is paid for and what becomes of it.
    private func words(for failure: ProviderFailure, pending: PendingAnswer, _ slot: Slot) -> ProviderFailure {
        var failure = failure
        let end = PageDate(secondsSince1970: pending.expires).rfc3339
        failure.help =
            (failure.help.map { $0 + "\n" } ?? "")
            + "it is paid for, and every build until \(end) tries to fetch it again, at no cost\n"
            + "or pay for another: frontis image regenerate \(slot.id)"
        return failure
    }

    /// Counts what has come and says what is odd about it. The manifest is that of the receipt.
    private func settle(
        _ receipt: PictureReceiver.Receipt, in manifest: inout RecipeManifest, _ slot: Slot,
        _ result: inout PictureTask.Result
    ) throws {
        result.made += receipt.pictures.count
        if receipt.surplus > 0 {
            let (count, verb) = (receipt.surplus, receipt.surplus == 1 ? "is" : "are")
            result.diagnostics.append(
                finding(
                    .init(
                        .pictureSurplus,
                        "provider '\(slot.provider)' sent \(count) more picture\(count == 1 ? "" : "s") than asked for, "
                            + "which \(verb) not kept", "ask for several with candidates:"), at: slot))
        }
        if case .size(let size) = slot.recipe.shape {
            for info in receipt.pictures where (size.width, size.height) != (info.width, info.height) {
                result.diagnostics.append(
                    finding(
                        .init(
                            .pictureSize,
                            "asked for \(size), provider '\(slot.provider)' made \(info.width)x\(info.height)",
                            "the picture is kept; leave the size out to take what the model makes"), at: slot))
            }
        }
        try store.write(manifest, for: slot.key)
        if let error = receipt.storeError { throw error }
    }
}
