import FrontisCore
import Testing

@testable import FrontisProviders

@Suite struct OpenAIFailureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var status: Int
        var body: String
        var headers: [String: String] = [:]
        var kind: ProviderFailure.Kind
        var testDescription: String { "\(status) \(kind) \(body.prefix(60))" }
    }

    @Test(arguments: [
        Case(
            status: 400, body: #"{"error":{"code":"content_policy_violation","message":"no","type":"x","param":null}}"#,
            kind: .refused),
        Case(
            status: 400,
            body: #"{"error":{"code":"moderation_blocked","type":"image_generation_user_error","message":"Your request was rejected by the safety system. safety_violations=[violence]"}}"#,
            kind: .refused),
        Case(
            status: 400,
            body: #"{"error":{"code":null,"message":"Your request was rejected as a result of our safety system.","type":"invalid_request_error"}}"#,
            kind: .refused),
        Case(
            status: 400,
            body: #"{"error":{"code":"billing_hard_limit_reached","message":"Billing hard limit has been reached","param":null,"type":"invalid_request_error"}}"#,
            kind: .quota),
        Case(
            status: 429,
            body: #"{"error":{"code":"insufficient_quota","type":"insufficient_quota","message":"You exceeded your current quota"}}"#,
            kind: .quota),
        // Even if the vendor says otherwise: money does not come back by asking.
        Case(
            status: 429, body: #"{"error":{"code":"insufficient_quota","message":"m"}}"#,
            headers: ["x-should-retry": "true"], kind: .quota),
        Case(
            status: 429, body: #"{"error":{"code":"rate_limit_exceeded","type":"requests","message":"Rate limit"}}"#,
            kind: .busy),
        Case(status: 429, body: "", kind: .busy),
        Case(status: 429, body: "", headers: ["x-should-retry": "false"], kind: .rejected),
        Case(
            status: 401,
            body: #"{"error":{"code":"invalid_api_key","message":"Incorrect API key provided","type":"invalid_request_error"}}"#,
            kind: .credentials),
        Case(
            status: 403,
            body: #"{"error":{"message":"Your organization must be verified to use the model `gpt-image-1`.","type":"invalid_request_error","param":null,"code":null}}"#,
            kind: .credentials),
        Case(
            status: 400, body: #"{"error":{"message":"The model 'dall-e-3' does not exist.","code":null}}"#,
            kind: .retired),
        Case(
            status: 404,
            body: #"{"error":{"message":"The model `dall-e-3` has been deprecated","code":"model_not_found"}}"#,
            kind: .retired),
        Case(
            status: 400,
            body: #"{"error":{"message":"Unknown parameter: 'response_format'.","code":"unknown_parameter","param":"response_format"}}"#,
            kind: .rejected),
        Case(
            status: 400, body: #"{"error":{"message":"m","code":null}}"#, headers: ["x-should-retry": "true"],
            kind: .busy),
        Case(status: 404, body: "<html>not found</html>", kind: .rejected),
        Case(status: 302, body: "", headers: ["location": "https://elsewhere.example/"], kind: .rejected),
        Case(status: 408, body: "", kind: .busy),
        Case(status: 409, body: "", kind: .busy),
        Case(status: 500, body: #"{"error":{"type":"server_error","message":"m"}}"#, kind: .busy),
        Case(status: 502, body: "<html>Bad gateway</html>", kind: .busy),
        Case(status: 503, body: "{", kind: .busy),
        // Codes as numbers, errors in an array, errors as text.
        Case(status: 400, body: #"[{"error":{"code":400,"message":"wrong"}}]"#, kind: .rejected),
        Case(status: 500, body: #"{"error":"out of memory"}"#, kind: .busy),
    ])
    func errorsAreSorted(row: Case) {
        #expect(OpenAIFailure(Samples.reply(row.status, row.body, headers: row.headers), context: Samples.context).failure.kind == row.kind)
    }

    @Test func messagesAreForPeople() {
        func text(_ status: Int, _ body: String) -> String {
            let failure = OpenAIFailure(Samples.reply(status, body), context: Samples.context).failure
            return "\(failure.message) | \(failure.help ?? "-")"
        }
        #expect(
            text(400, #"{"error":{"code":"moderation_blocked","message":"Your request was rejected."}}"#)
                == "refused: Your request was rejected. | "
                + "word the prompt differently; as it stands it is not asked again")
        #expect(
            text(401, #"{"error":{"message":"Incorrect API key provided: sk-abc***xyz."}}"#)
                == "credentials not accepted (status 401): Incorrect API key provided: "
                + "<redacted> | check api-key of provider 'art' and the variable that it names")
        #expect(
            text(404, #"{"error":{"message":"The model 'dall-e-3' does not exist."}}"#)
                == "model 'dall-e-3' is gone: The model 'dall-e-3' does not exist. | "
                + "write model: gpt-image-2, its successor")
        #expect(text(502, "<html>") == "busy (status 502): the answer is HTML | -")
        #expect(text(503, "") == "busy (status 503): the answer is empty | -")
    }

    @Test(arguments: [
        (["retry-after-ms": "1500", "retry-after": "9"], Duration.milliseconds(1500)),
        (["retry-after": "7"], .seconds(7)),
        (["retry-after": "0.5"], .milliseconds(500)),
        (["retry-after": "Sun, 06 Nov 1994 08:49:37 GMT", "date": "Sun, 06 Nov 1994 08:49:07 GMT"], .seconds(30)),
        (["retry-after": "Sun, 06 Nov 1994 08:49:37 GMT", "date": "Sun, 06 Nov 1994 08:50:00 GMT"], .zero),
    ])
    func waitsAreRead(headers: [String: String], wait: Duration) {
        let failure = OpenAIFailure(Samples.reply(429, "", headers: headers), context: Samples.context).failure
        #expect(failure.retryAfter == wait)
    }

    @Test(arguments: ["soon", "-1", "nan", "inf", ""])
    func otherWaitsAreNone(text: String) {
        let reply = Samples.reply(429, "", headers: ["retry-after": text])
        #expect(OpenAIFailure(reply, context: Samples.context).failure.retryAfter == nil)
    }

    @Test func secretsAndControlCharactersNeverShow() {
        let body = #"{"error":{"message":"key \#(Samples.secret) \u001b[31m Bearer \#(Samples.secret)\n\#(String(repeating: "long ", count: 200))"}}"#
        for status in [400, 401, 429, 500] {
            let failure = OpenAIFailure(Samples.reply(status, body), context: Samples.context).failure
            #expect(!"\(failure)".contains("0123456789"))
            #expect(!failure.message.contains("\u{1B}"))
            #expect(failure.message.count < 400)
        }
    }

    @Test func onlyAnUnknownEndMayBeBilled() {
        for (status, billed) in [(400, false), (401, false), (408, true), (429, false), (500, true), (502, true), (503, false)] {
            let failure = OpenAIFailure(Samples.reply(status, ""), context: Samples.context).failure
            #expect(failure.mayBeBilled == billed, "\(status)")
        }
    }
}
