import FrontisTestSupport

/// Answers everything with the same text: what is under test is the way there and back.
struct PlainVendor: VendorDialect {
    let basePath = ""
    func kind(method: String, path: String) -> VendorRequest.Kind { .images }
    func objection(to request: VendorRequest) -> VendorReply? { nil }

    func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        VendorReply(contentType: "text/plain", body: Array("hello".utf8))
    }
}

/// A plain server for the length of a test.
func withVendor<Result>(_ body: (VendorServer) async throws -> Result) async throws -> Result {
    try await withVendor(PlainVendor(), body)
}
