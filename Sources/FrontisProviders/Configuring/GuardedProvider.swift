import FrontisCore

/// A provider whose words have been searched for the run's secrets, whatever it speaks: what a vendor echoes in a good
/// answer would reach lock, store and pages. It gives no more pictures than it was asked for.
struct GuardedProvider: ImageProvider {
    let base: any ImageProvider
    let secrets: KnownSecrets

    var name: String { base.name }
    var dialect: String { base.dialect }
    var makesPlaceholders: Bool { base.makesPlaceholders }
    var limits: RequestLimits { base.limits }

    func model(for request: GenerationRequest) -> String? { base.model(for: request) }
    func objections(to request: GenerationRequest) -> [Objection] { base.objections(to: request) }
    func picturesPerCall(for request: GenerationRequest) -> Int { base.picturesPerCall(for: request) }
    func price(of request: GenerationRequest) -> Price? { base.price(of: request) }

    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        do throws(ProviderFailure) { return guarded(try await base.generate(request), most: request.count) } catch {
            throw error.redacted(by: secrets.redactor)
        }
    }

    func redeem(_ voucher: Voucher, for request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        do throws(ProviderFailure) {
            let most = voucher.kind == .picture ? 1 : request.count
            return guarded(try await base.redeem(voucher, for: request), most: most)
        } catch {
            throw error.redacted(by: secrets.redactor)
        }
    }

    private func guarded(_ generation: Generation, most: Int) -> Generation {
        var made = generation
        let redactor = secrets.redactor
        made.model = made.model.map(redactor.redacted)
        made.quality = made.quality.map(redactor.redacted)
        made.revisedPrompt = made.revisedPrompt.map(redactor.redacted)
        made.shortfall = made.shortfall?.redacted(by: redactor)
        let surplus = made.images.count + made.vouchers.count - max(1, most)
        guard surplus > 0 else { return made }
        let fewer = min(surplus, made.images.count)
        made.images.removeLast(fewer)
        made.vouchers.removeLast(min(surplus - fewer, made.vouchers.count))
        made.surplus += surplus
        return made
    }
}

/// The same for whoever looks at pictures.
struct GuardedDescriber: ImageDescriber {
    let base: any ImageDescriber
    let secrets: KnownSecrets

    var name: String { base.name }
    var dialect: String { base.dialect }
    var model: String? { base.model }
    var limits: RequestLimits { base.limits }
    var fit: PictureFit { base.fit }
    var objections: [Objection] { base.objections }

    func price(of request: DescriptionRequest) -> Price? { base.price(of: request) }

    func describe(_ request: DescriptionRequest) async throws(ProviderFailure) -> Description {
        var description: Description
        do throws(ProviderFailure) { description = try await base.describe(request) } catch {
            throw error.redacted(by: secrets.redactor)
        }
        let redactor = secrets.redactor
        description.text = redactor.redacted(description.text)
        description.model = description.model.map(redactor.redacted)
        return description
    }
}

/// The same for whoever writes prompts.
struct GuardedWriter: PromptWriter {
    let base: any PromptWriter
    let secrets: KnownSecrets

    var name: String { base.name }
    var dialect: String { base.dialect }
    var model: String? { base.model }
    var writesPlaceholders: Bool { base.writesPlaceholders }
    var limits: RequestLimits { base.limits }
    var objections: [Objection] { base.objections }

    func price(of request: PromptRequest) -> Price? { base.price(of: request) }

    func writePrompt(_ request: PromptRequest) async throws(ProviderFailure) -> WrittenPrompt {
        var prompt: WrittenPrompt
        do throws(ProviderFailure) { prompt = try await base.writePrompt(request) } catch {
            throw error.redacted(by: secrets.redactor)
        }
        let redactor = secrets.redactor
        prompt.text = redactor.redacted(prompt.text)
        prompt.model = prompt.model.map(redactor.redacted)
        return prompt
    }
}

extension ProviderFailure {
    fileprivate func redacted(by redactor: Redactor) -> ProviderFailure {
        var failure = self
        failure.message = redactor.redacted(message)
        failure.help = help.map(redactor.redacted)
        failure.evidence = evidence.map(redactor.redacted)
        return failure
    }
}
