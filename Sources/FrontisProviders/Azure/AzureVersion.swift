/// A value of `api-version`: `2024-10-21`, `2025-04-01-preview`. Later ones know more.
struct AzureVersion: Sendable {
    /// Sent where nothing else is written, to addresses that want one.
    static let usual = AzureVersion("2024-10-21")
    /// Of the asynchronous DALL-E.
    static let usualAsync = AzureVersion("2023-06-01-preview")

    let text: String?

    /// Nothing stands for an address that wants none.
    init(_ text: String?) {
        self.text = text
    }

    /// Whether a schema may prescribe the form of an answer.
    var takesSchema: Bool { isFrom("2024-08-01") }

    /// What bounds the tokens of an answer; the older name is refused by models that reason.
    var tokenLimitName: String { isFrom("2024-09-01") ? "max_completion_tokens" : "max_tokens" }

    /// Whether deployments of GPT Image can be asked.
    var knowsGPTImage: Bool { isFrom("2025-03-01") }

    /// `preview`, `v1` and none at all are newer than any day.
    private func isFrom(_ day: String) -> Bool {
        guard let text, text.count >= 10 else { return true }
        let written = text.prefix(10)
        let isDay = written.split(separator: "-").map(\.count) == [4, 2, 2]
        guard isDay, written.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "-" }) else { return true }
        return written >= day
    }
}
