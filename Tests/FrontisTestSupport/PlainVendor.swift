/// Answers everything with the same text: what is under test is the way there and back.
package struct PlainVendor: VendorDialect {
    package let basePath = ""

    package init() {}

    package func kind(method: String, path: String) -> VendorRequest.Kind { .images }
    package func objection(to request: VendorRequest) -> VendorReply? { nil }

    package func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply {
        VendorReply(contentType: "text/plain", body: Array("hello".utf8))
    }
}

/// A plain server for the length of a test.
package func withVendor<Result>(_ body: (VendorServer) async throws -> Result) async throws -> Result {
    try await withVendor(PlainVendor(), body)
}
