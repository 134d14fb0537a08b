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
            var isPending = false
            do {
                let before = manifest.candidates.count
                let receipt = try await generate(request, provider, into: manifest, order)
                manifest = receipt.manifest
                manifest.refusal = nil
                try settle(receipt, in: &manifest, slot, &result)
                rest -= max(receipt.pictures.count, manifest.candidates.count - before)
                guard let shortfall = receipt.failure, rest > 0 else { continue }
                account.halted.note(shortfall, of: provider.name)
                let reason =
                    receipt.pending.map { collector.words(for: shortfall, pending: $0, slot.id) } ?? shortfall
                guard !manifest.candidates.isEmpty else { throw Unfetched(failure: reason) }
                failure = reason
                isPending = receipt.pending != nil
            } catch let error as ProviderFailure where rest < count {
                failure = error
                try store.write(manifest, for: slot.key)
            }
            var shortage = shortage(
                failure, provider, slot, came: count - rest, of: count, has: manifest.candidates.count)
            // Asking for the rest would pay for what is only to be fetched.
            if isPending { shortage.help = failure.help }
            result.diagnostics.append(shortage)
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
            light: order.light?.digest, model: order.slot.request.model, quality: order.slot.request.quality,
            wish: .init(
                choices.asker(order.slot), sharers: order.isAnew ? [] : order.sharers.map(choices.asker),
                recipe: order.slot.recipe, isAnew: order.isAnew, turn: choices.turn(of: order.slot.id)))
    }

    private func generate(
        _ request: GenerationRequest, _ provider: any ImageProvider, into manifest: RecipeManifest,
        _ order: PictureTask.Order
    ) async throws -> PictureReceiver.Receipt {
        let price = provider.price(of: request)
        let call = PaidCall(
            account: account, lane: making, provider: provider.name, dialect: provider.dialect,
            model: provider.model(for: request), limits: provider.limits, key: request.key, kind: .image,
            count: request.count, asker: .init(slot: order.slot.id, asked: order.slot.asked),
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
        try receiver.finish(&receipt)
        guard receipt.pictures.isEmpty, receipt.pending == nil, receipt.storeError == nil else { return receipt }
        throw receipt.failure ?? ProviderFailure(.unusable, "the answer held no picture", mayBeBilled: true)
    }

    private var collector: AnswerCollector {
        AnswerCollector(store: store, providers: providers, retry: rules.retry, now: rules.now)
    }

    /// Fetches what earlier runs have paid for and could not fetch.
    ///
    /// - Returns: why something of it is still not there.
    func collect(
        for order: PictureTask.Order, into manifest: inout RecipeManifest, _ result: inout PictureTask.Result
    ) async throws -> ProviderFailure? {
        let slot = order.slot
        var unfetched: ProviderFailure?
        let collector = result.image == nil ? collector : collector.inPassing
        for answer in try store.pendingAnswers(of: slot.key) where pins.accepts(answer.stored, for: slot) {
            // What takes the place of a slot's picture has been tried before, or is for a run that may write the lock;
            // whoever asks for another waits for none.
            if answer.wish?.isAnew == true, result.image != nil || order.isAnew { continue }
            // It may have got another name.
            let fallback = providers[slot.provider].flatMap { $0.dialect == answer.dialect ? $0 : nil }
            let first = manifest.nextNumber
            let collected = try await collector.collect(
                answer, for: GenerationRequest(slot, count: 1), fallback: fallback, slot: slot.id, into: manifest
            ) { (receipt) throws(StoreError) in
                guard let arrived = receipt.arrived(since: first) else { return }
                try collector.note(arrived, of: answer, besides: [order.slot] + order.sharers)
            }
            if let receipt = collected.receipt {
                manifest = receipt.manifest
                try settle(receipt, in: &manifest, slot, &result)
            }
            unfetched = collected.failure ?? unfetched
        }
        return unfetched
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
