import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// The table of the vendor's errors: which class each is in, whether it may have cost money, what it says.
@Suite(.timeLimit(.minutes(10))) struct FailureClassTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var status: Int
        var headers: [String: String] = [:]
        var body: String
        var kind: ProviderFailure.Kind
        var message: String
        var retryAfter: Duration?
        var mayBeBilled = false
        var testDescription: String { name }
    }

    private static func error(_ message: String, type: String = "invalid_request_error", code: String = "null") -> String {
        #"{"error":{"message":"\#(message)","type":"\#(type)","param":null,"code":\#(code)}}"#
    }

    static let cases: [Case] = [
        Case(
            name: "DALL-E's refusal", status: 400,
            body: error("Your request was rejected.", code: #""content_policy_violation""#),
            kind: .refused, message: "refused: Your request was rejected."),
        Case(
            name: "GPT Image's refusal", status: 400,
            body: error(
                "Your request was rejected by the safety system. safety_violations=[violence]",
                type: "image_generation_user_error", code: #""moderation_blocked""#),
            kind: .refused,
            message: "refused: Your request was rejected by the safety system. safety_violations=[violence]"),
        Case(
            name: "the refusal of 2023", status: 400,
            body: error("Your request was rejected as a result of our safety system. Your prompt may contain text"),
            kind: .refused,
            message: "refused: Your request was rejected as a result of our safety system. Your prompt may contain text"),
        Case(
            name: "no money, status 400", status: 400,
            body: error("Billing hard limit has been reached", code: #""billing_hard_limit_reached""#),
            kind: .quota, message: "quota or money is used up: Billing hard limit has been reached"),
        Case(
            name: "no money, status 429", status: 429,
            body: error("You exceeded your current quota", type: "insufficient_quota", code: #""insufficient_quota""#),
            kind: .quota, message: "quota or money is used up: You exceeded your current quota"),
        // Money does not come back by asking, whatever the vendor says.
        Case(
            name: "no money, to be retried", status: 429, headers: ["x-should-retry": "true"],
            body: error("You exceeded your current quota", code: #""insufficient_quota""#),
            kind: .quota, message: "quota or money is used up: You exceeded your current quota"),
        Case(
            name: "too fast, milliseconds", status: 429,
            headers: ["retry-after-ms": "1500", "retry-after": "60"],
            body: error("Rate limit exceeded", type: "requests", code: #""rate_limit_exceeded""#),
            kind: .busy, message: "busy (status 429): Rate limit exceeded", retryAfter: .milliseconds(1500)),
        Case(
            name: "too fast, seconds", status: 429, headers: ["retry-after": "7"],
            body: error("Slow down", code: #""rate_limit_exceeded""#),
            kind: .busy, message: "busy (status 429): Slow down", retryAfter: .seconds(7)),
        Case(
            name: "too fast, a fraction of a second", status: 429, headers: ["retry-after": "0.5"],
            body: error("Slow down"), kind: .busy, message: "busy (status 429): Slow down",
            retryAfter: .milliseconds(500)),
        Case(
            name: "too fast, a date", status: 429,
            headers: ["retry-after": "Sat, 21 Nov 2026 10:00:30 GMT", "date": "Sat, 21 Nov 2026 10:00:00 GMT"],
            body: error("Slow down"), kind: .busy, message: "busy (status 429): Slow down", retryAfter: .seconds(30)),
        Case(
            name: "too fast, an unreadable time", status: 429, headers: ["retry-after": "soon"],
            body: error("Slow down"), kind: .busy, message: "busy (status 429): Slow down"),
        Case(
            name: "not to be retried, says the vendor", status: 429, headers: ["x-should-retry": "false"],
            body: error("Slow down"), kind: .rejected, message: "rejected (status 429): Slow down"),
        Case(
            name: "to be retried, says the vendor", status: 400, headers: ["x-should-retry": "true"],
            body: error("Try again"), kind: .busy, message: "busy (status 400): Try again"),
        Case(
            name: "a refusal stays one", status: 400, headers: ["x-should-retry": "true"],
            body: error("No", code: #""moderation_blocked""#), kind: .refused, message: "refused: No"),
        Case(
            name: "wrong key", status: 401,
            body: error("Incorrect API key provided: sk-proj-abc***xyz.", code: #""invalid_api_key""#),
            kind: .credentials,
            message: "credentials not accepted (status 401): Incorrect API key provided: <redacted>"),
        Case(
            name: "a number for a code", status: 401, body: error("Access denied", code: "401"),
            kind: .credentials, message: "credentials not accepted (status 401): Access denied"),
        Case(
            name: "unverified organization", status: 403,
            body: error("Your organization must be verified to use the model `gpt-image-1`."),
            kind: .credentials,
            message: "credentials not accepted (status 403): "
                + "Your organization must be verified to use the model `gpt-image-1`."),
        Case(
            name: "a model that is gone", status: 404,
            body: error("The model 'gpt-image-2' does not exist.", code: #""model_not_found""#),
            kind: .retired, message: "model 'gpt-image-2' is gone: The model 'gpt-image-2' does not exist."),
        Case(
            name: "a model that is gone, without a code", status: 400,
            body: error("The model `gpt-image-2` has been deprecated. Learn more"),
            kind: .retired, message: "model 'gpt-image-2' is gone: The model `gpt-image-2` has been deprecated. Learn more"),
        Case(
            name: "a parameter", status: 400,
            body: error("Unknown parameter: 'response_format'.", code: #""unknown_parameter""#),
            kind: .rejected, message: "rejected (status 400): Unknown parameter: 'response_format'."),
        Case(
            name: "an unknown path", status: 404, body: error("Invalid URL (POST /images/generations)"),
            kind: .rejected, message: "rejected (status 404): Invalid URL (POST /images/generations)"),
        Case(
            name: "time-out", status: 408, body: "", kind: .busy, message: "busy (status 408): the answer is empty",
            mayBeBilled: true),
        Case(
            name: "conflict", status: 409, body: error("Try again"), kind: .busy,
            message: "busy (status 409): Try again"),
        Case(
            name: "server error", status: 500, body: error("The server had an error", type: "server_error"),
            kind: .busy, message: "busy (status 500): The server had an error", mayBeBilled: true),
        Case(
            name: "a gateway's page", status: 502, body: "<html><h1>502 Bad Gateway</h1></html>",
            kind: .busy, message: "busy (status 502): the answer is HTML", mayBeBilled: true),
        Case(
            name: "overloaded", status: 503, body: "upstream connect error", kind: .busy,
            message: "busy (status 503): the answer is not JSON"),
        Case(
            name: "words of another make", status: 500, body: "{\"oops\":\"x\"}", kind: .busy,
            message: "busy (status 500): the answer is JSON without a message", mayBeBilled: true),
        Case(
            name: "wrapped in an array", status: 400, body: "[" + error("Bad size") + "]",
            kind: .rejected, message: "rejected (status 400): Bad size"),
        Case(
            name: "a text for an error", status: 400, body: #"{"error":"no such model loaded"}"#,
            kind: .rejected, message: "rejected (status 400): no such model loaded"),
        Case(
            name: "control characters", status: 400, body: error(#"one\ntwo\u001b[31m \u202ethree"#),
            kind: .rejected, message: "rejected (status 400): one two [31m three"),
        Case(
            name: "a redirect", status: 307, headers: ["location": "https://elsewhere.example/v1"], body: "",
            kind: .rejected, message: "rejected (status 307): the answer is a redirect"),
    ]

    @Test(arguments: cases)
    func errorsAreSorted(item: Case) async throws {
        try await withProvider { provider, server in
            server.script(.images, [.status(item.status, headers: item.headers, body: item.body)])
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == item.kind)
            #expect(failure.message == item.message)
            #expect(failure.retryAfter == item.retryAfter)
            #expect(failure.mayBeBilled == item.mayBeBilled)
            #expect(server.requests.count == 1)
        }
    }

    @Test func theSuccessorOfARetiredModelIsNamed() async throws {
        try await withProvider(["model": "dall-e-3"]) { provider, _ in
            let failure = try await failure(of: provider, try request(recipe(aspect: "1:1")))
            #expect(failure.kind == .retired)
            #expect(failure.message == "model 'dall-e-3' is gone: The model 'dall-e-3' does not exist.")
            #expect(failure.help?.contains("gpt-image-2") == true)
        }
    }

    @Test func longMessagesAreBounded() async throws {
        try await withProvider { provider, server in
            server.script(.images, [.status(400, body: Self.error(String(repeating: "long ", count: 10_000)))])
            let failure = try await failure(of: provider, try request())
            #expect(failure.message.count < 340)
            #expect(failure.message.hasSuffix("…"))
        }
    }
}
