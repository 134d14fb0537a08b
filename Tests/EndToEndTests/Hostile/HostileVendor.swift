import FrontisTestSupport

/// OpenAI's vendor, whose good and bad answers are mutated before they are sent. Which one is by the request's number.
struct HostileVendor: VendorDialect {
    private let vendor = OpenAIVendor(key: SiteUnderTest.key, makesSmallPictures: true)
    let seed: UInt64
    var basePath: String { vendor.basePath }

    func kind(method: String, path: String) -> VendorRequest.Kind { vendor.kind(method: method, path: path) }

    func kind(method: String, path: String, body: [UInt8]) -> VendorRequest.Kind {
        vendor.kind(method: method, path: path, body: body)
    }

    func objection(to request: VendorRequest) -> VendorReply? { nil }

    func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        var random = SeededNumbers(seed: seed &+ UInt64(request.index))
        let answers: [Behaviour.Answer] = [
            .normal, .normal, .normal, .refused, .failing(.modelGone), .text("A fox."), .noResults,
        ]
        var reply = vendor.reply(to: request, answer: random.pick(answers), origin: origin)
        var mutator = Mutator(seed: random.next())
        reply.body = mutator.mutate(
            reply.body,
            with: [Array("{\"error\":{\"message\":\"no\",\"code\":null,\"usage\":{\"total_tokens\":12}}}".utf8)])
        // Answers that are waited for and tried again would only take time.
        if reply.status == 429 || reply.status >= 500 { reply.status = 400 }
        return reply
    }
}
