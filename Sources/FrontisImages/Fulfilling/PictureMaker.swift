import FrontisCore
import FrontisHTTP
import FrontisPictures
import FrontisStore

/// A picture that is paid for and not there: no reason to remember anything of its recipe, or to pay again.
struct Unfetched: Error {
    var failure: ProviderFailure
}

/// Has one recipe's pictures made: asks for them, and fetches those that earlier runs have paid for. Every picture is
/// kept as it arrives.
struct PictureMaker: Sendable {
    let store: ImageStore
    let providers: [String: any ImageProvider]
    let references: [Digest: ReferencePicture]
    let rules: FulfilmentRules
    let pins: Pins
    let choices: ChoiceCounts
    let account: SpendingAccount
    let secondLook: SecondLook
    /// Pictures in the making at the same time.
    let lane: FairSemaphore
    let onEvent: @Sendable (FulfilmentEvent) -> Void

    func make(_ task: PictureTask) async -> PictureTask.Result {
        var result = PictureTask.Result(task: task, image: task.image)
        for var order in task.orders {
            order.sharers = task.slots.filter { $0.id != order.slot.id }
            onEvent(.started(order.slot.id))
            defer { onEvent(.finished(order.slot.id)) }
            do throws(Diagnostic) {
                let made = try await make(order, &result)
                // Where another was asked for and did not come, the slot has what it had before.
                let isNews = result.image == nil && (!order.isAnew || result.hasArrived)
                if isNews { for slot in task.slots { onEvent(.made(slot, made)) } }
                result.image = result.image ?? made
            } catch {
                var error = error
                // The page has its picture; only the choice is smaller.
                if result.image != nil { error.severity = .warning }
                result.diagnostics.append(error)
            }
        }
        return result
    }

    /// Asks for the pictures, unless another process has made them meanwhile.
    ///
    /// - Returns: the one to show.
    private func make(
        _ order: PictureTask.Order, _ result: inout PictureTask.Result
    ) async throws(Diagnostic) -> StoredImage {
        let slot = order.slot
        guard let provider = providers[slot.provider] else {
            throw slot.finding(.aiImageUnknownProvider, "unknown provider '\(slot.provider)'")
        }
        // What came of asking is written down, too, before anybody else may ask.
        let locks = try await waitForLocks(of: slot)
        defer { withExtendedLifetime(locks) {} }
        do {
            var manifest = try store.manifest(of: slot.key) ?? RecipeManifest(recipe: slot.recipe)
            let accepts = { (candidate: RecipeManifest.Candidate) in pins.accepts(candidate.stored, for: slot) }
            let unfetched = try await collect(for: order, into: &manifest, &result)
            let present = manifest.candidates.filter(accepts).count
            let wanted = order.isAnew ? present + order.count : order.count
            let first = manifest.nextNumber
            if present < wanted {
                // What is paid for is never asked for again by itself.
                if !order.isAnew, let unfetched { throw Unfetched(failure: unfetched) }
                if !order.isPaid {
                    let order = try secondLook.order(order, manifest, hasPicture: result.image != nil)
                    let missing = wanted - present - order.vain
                    if missing > 0 { try await add(missing, by: provider, to: &manifest, order, &result) }
                }
            }
            result.hasArrived = manifest.candidates.contains { $0.number == first }
            if order.isAnew, result.hasArrived {
                manifest.choose(first, for: slot.id)
                try store.write(manifest, for: slot.key)
            }
            guard let shown = manifest.shown(in: slot.id, where: accepts) ?? manifest.candidates.last else {
                throw ProviderFailure(.unusable, "the answer held no picture")
            }
            return shown.stored
        } catch let error as Unfetched {
            throw failed(error.failure, provider, slot, isWhole: false)
        } catch let failure as ProviderFailure {
            throw failed(failure, provider, slot)
        } catch {
            throw slot.finding(for: error)
        }
    }

    /// The lock of the slot, which has another recipe for a process that has read another house style, before that of the
    /// recipe: whoever waits for the second holds the first alone.
    private func waitForLocks(of slot: Slot) async throws(Diagnostic) -> [KeyLock] {
        let place = try await wait(at: slot) { () throws(FileError) in try store.tryLock(place: slot.place) }
        return [place, try await wait(at: slot) { () throws(FileError) in try store.tryLock(slot.key) }]
    }

    private func wait(
        at slot: Slot, for tryLock: () throws(FileError) -> KeyLock?
    ) async throws(Diagnostic) -> KeyLock {
        do {
            while true {
                if let lock = try tryLock() { return lock }
                try await Task.sleep(for: .milliseconds(50))
            }
        } catch {
            throw slot.finding(for: error)
        }
    }

    // MARK: Asking

    /// Asks for `count` pictures, in several calls where the vendor gives fewer at a time. What came before a failure
    /// is kept, and what failed is not asked for again by itself.
    private func add(
        _ count: Int, by provider: any ImageProvider, to manifest: inout RecipeManifest, _ order: PictureTask.Order,
        _ result: inout PictureTask.Result
    ) async throws {
        let slot = order.slot
        if let reason = account.halted.reason(of: provider.name) { throw ProviderFailure(reason.kind, reason.message) }
        if let day = order.unansweredSince {
            result.diagnostics.append(
                slot.finding(
                    .pictureUnanswered,
                    "\(slot.id) was asked for on \(day), and no answer is known; it is asked for again, and provider "
                        + "'\(provider.name)' may bill both", help: "both are in the ledger: frontis store info"))
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
            account: account, lane: lane, provider: provider.name, dialect: provider.dialect,
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
    private func collect(
        for order: PictureTask.Order, into manifest: inout RecipeManifest, _ result: inout PictureTask.Result
    ) async throws -> ProviderFailure? {
        let slot = order.slot
        var unfetched: ProviderFailure?
        let collector = result.image == nil ? collector : collector.inPassing
        for answer in try store.pending.of(slot.key) where pins.accepts(answer.stored, for: slot) {
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
                slot.finding(
                    .pictureSurplus,
                    "provider '\(slot.provider)' sent \(count) more picture\(count == 1 ? "" : "s") than asked for, "
                        + "which \(verb) not kept", help: "ask for several with candidates:"))
        }
        if case .size(let size) = slot.recipe.shape {
            for info in receipt.pictures where (size.width, size.height) != (info.width, info.height) {
                result.diagnostics.append(
                    slot.finding(
                        .pictureSize,
                        "asked for \(size), provider '\(slot.provider)' made \(info.width)x\(info.height)",
                        help: "the picture is kept; leave the size out to take what the model makes"))
            }
        }
        try store.write(manifest, for: slot.key)
        if let error = receipt.storeError { throw error }
    }

    /// - Parameter isWhole: whether the recipe got no picture at all, so that a refusal is one of the recipe.
    private func failed(
        _ failure: ProviderFailure, _ provider: any ImageProvider, _ slot: Slot, isWhole: Bool = true
    ) -> Diagnostic {
        var failure = failure
        if let evidence = failure.evidence {
            do throws(FileError) {
                try store.quarantine(evidence)
                failure.help = failure.help ?? "what came is kept in .frontis/store/v1/quarantine"
            } catch {
                return slot.finding(error)
            }
        }
        let kind: RecipeManifest.Refusal.Kind? =
            failure.kind == .refused ? .refused : failure.kind == .unusable && failure.mayBeBilled ? .unusable : nil
        if let kind, isWhole {
            do throws(StoreError) {
                var manifest = try store.manifest(of: slot.key) ?? RecipeManifest(recipe: slot.recipe)
                manifest.refusal = .init(
                    kind, provider: provider.name, model: slot.request.model, message: failure.message,
                    created: rules.now)
                try store.write(manifest, for: slot.key)
            } catch {
                return slot.finding(error)
            }
        }
        // What is wrong with the configuration names the provider itself.
        let summary =
            failure.kind == .unconfigured ? failure.message : "provider '\(provider.name)': \(failure.message)"
        var diagnostic = slot.finding(failure.kind.diagnosticID, summary, help: failure.help)
        diagnostic.cause = ProviderTrouble(failure.kind, of: provider.name, .picture, words: summary)
        // Of a budget it matters more that there is no picture than that the limit has been kept.
        diagnostic.severity = .error
        return diagnostic
    }

    // MARK: Light pictures

    /// What a provider is sent of a light picture: enough for any of them, and not more than they take.
    private static let fit = PictureFit(
        longestSide: 2048, shortestSide: 2048, largestBytes: 10 << 20, mediaTypes: [.png, .jpeg])

    /// The light picture as a reference for its companion, where the provider can be shown one.
    private func pictures(
        for order: PictureTask.Order, _ provider: any ImageProvider
    ) throws(ProviderFailure) -> [ReferencePicture] {
        guard let light = order.light, provider.takesLightPicture(with: GenerationRequest(order.slot, count: 1)) else {
            return []
        }
        do {
            let bytes = try store.bytes(of: light.digest)
            let scaled = try PictureScaler.fit(bytes, light.mediaType, into: Self.fit)
            let name = "light.\(scaled.info.mediaType.fileExtension)"
            return [ReferencePicture(fileName: name, mediaType: scaled.info.mediaType, bytes: scaled.bytes)]
        } catch let error as StoreError {
            throw ProviderFailure(.unusable, error.summary, help: error.help)
        } catch {
            throw ProviderFailure(.unusable, "the light picture cannot be sent along: \(error)")
        }
    }
}
