import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// The table of Google's errors: which class each is in, whether it may have cost money, what it says.
@Suite(.timeLimit(.minutes(10))) struct GoogleFailureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var status: Int
        var headers: [String: String] = [:]
        var body: String
        var kind: ProviderFailure.Kind
        var message: String
        var help: String?
        var retryAfter: Duration?
        var mayBeBilled = false
        var testDescription: String { name }
    }

    private static func error(
        _ message: String, _ status: String = "INVALID_ARGUMENT", code: String = "400", details: String = ""
    ) -> String {
        #"{"error":{"code":\#(code),"message":"\#(message)","status":"\#(status)","details":[\#(details)]}}"#
    }

    private static func info(_ reason: String) -> String {
        #"{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"\#(reason)","domain":"googleapis.com"}"#
    }

    private static func retry(_ delay: String) -> String {
        #"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"\#(delay)"}"#
    }

    private static func quota(_ id: String) -> String {
        #"{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"\#(id)"}]}"#
    }

    private static let billing = "You exceeded your current quota, please check your plan and billing details."
    private static let reword = "word the prompt differently; as it stands it is not asked again"
    private static let account = "see the project's quotas and billing"

    static let cases: [Case] = [
        Case(
            name: "sensitive words", status: 400,
            body: error(
                "Image generation failed with the following error: The prompt could not be submitted. This prompt "
                    + "contains sensitive words that violate Google's Responsible AI practices. Support codes: 42876398"),
            kind: .refused,
            message: "refused: Image generation failed with the following error: The prompt could not be submitted. "
                + "This prompt contains sensitive words that violate Google's Responsible AI practices. "
                + "Support codes: 42876398", help: reword),
        Case(
            name: "a blocked response", status: 400,
            body: error("The response is blocked, as it may violate our policies. Error Code: 58061214"),
            kind: .refused,
            message: "refused: The response is blocked, as it may violate our policies. Error Code: 58061214",
            help: reword),
        Case(
            name: "a parameter", status: 400, body: error("Invalid value at 'parameters.sampleCount'"), kind: .rejected,
            message: "rejected (status 400): Invalid value at 'parameters.sampleCount'"),
        Case(
            name: "in an array, the code a text", status: 400, body: "[" + error("Bad aspect", code: #""400""#) + "]",
            kind: .rejected, message: "rejected (status 400): Bad aspect"),
        Case(
            name: "an error with status 200", status: 200,
            body: "[" + error("Slow down", "RESOURCE_EXHAUSTED", code: #""429""#) + "]",
            kind: .busy, message: "busy (status 429): Slow down"),
        Case(
            name: "a key that is none: 400, not 401", status: 400,
            body: error("API key not valid. Please pass a valid API key.", details: info("API_KEY_INVALID")),
            kind: .credentials,
            message: "credentials not accepted (status 400): API key not valid. Please pass a valid API key.",
            help: "check api-key of provider 'art' and the variable that it names"),
        Case(
            name: "an expired key", status: 400, body: error("API key expired. Please renew the API key."),
            kind: .credentials, message: "credentials not accepted (status 400): API key expired. Please renew the API key.",
            help: "check credentials or api-key of provider 'art'"),
        Case(
            name: "a token that is none", status: 401, body: error("No.", "UNAUTHENTICATED", code: "401"),
            kind: .credentials, message: "credentials not accepted (status 401): No.",
            help: "check credentials or api-key of provider 'art'"),
        Case(
            name: "not allowed", status: 403,
            body: error(
                "Permission 'aiplatform.endpoints.predict' denied", "PERMISSION_DENIED", code: "403",
                details: info("IAM_PERMISSION_DENIED")),
            kind: .credentials,
            message: "credentials not accepted (status 403): Permission 'aiplatform.endpoints.predict' denied",
            help: "the account needs the role Vertex AI User in the project of provider 'art'"),
        Case(
            name: "not enabled", status: 403,
            body: error(
                "Vertex AI API has not been used in project 1 before or it is disabled.", "PERMISSION_DENIED",
                code: "403", details: info("SERVICE_DISABLED")),
            kind: .credentials,
            message: "credentials not accepted (status 403): Vertex AI API has not been used in project 1 before or it "
                + "is disabled.", help: "enable the service for the project, as the message says"),
        Case(
            name: "no billing", status: 403,
            body: error(
                "This API method requires billing to be enabled.", "PERMISSION_DENIED", code: "403",
                details: info("BILLING_DISABLED")),
            kind: .quota, message: "quota or money is used up: This API method requires billing to be enabled.",
            help: "what has arrived is kept; \(account)"),
        Case(
            name: "too fast, with a delay", status: 429,
            body: error(
                "Quota exceeded for online_prediction_requests_per_base_model.", "RESOURCE_EXHAUSTED", code: "429",
                details: info("RATE_LIMIT_EXCEEDED") + "," + retry("17s")),
            kind: .busy, message: "busy (status 429): Quota exceeded for online_prediction_requests_per_base_model.",
            retryAfter: .seconds(17)),
        Case(
            name: "too fast, a fraction of a second", status: 429,
            body: error("Slow down", "RESOURCE_EXHAUSTED", code: "429", details: retry("0.5s")),
            kind: .busy, message: "busy (status 429): Slow down", retryAfter: .milliseconds(500)),
        Case(
            name: "the header comes first", status: 429, headers: ["retry-after": "3"],
            body: error("Slow down", "RESOURCE_EXHAUSTED", code: "429", details: retry("17s")),
            kind: .busy, message: "busy (status 429): Slow down", retryAfter: .seconds(3)),
        Case(
            name: "a delay that cannot be read", status: 429,
            body: error("Slow down", "RESOURCE_EXHAUSTED", code: "429", details: retry("soon")),
            kind: .busy, message: "busy (status 429): Slow down"),
        Case(
            name: "the words about billing, but only for a minute", status: 429,
            body: error(
                billing, "RESOURCE_EXHAUSTED", code: "429",
                details: quota("GenerateRequestsPerMinutePerProjectPerModel") + "," + retry("17s")),
            kind: .busy, message: "busy (status 429): \(billing)", retryAfter: .seconds(17)),
        Case(
            name: "the words about billing, for the day", status: 429,
            body: error(
                billing, "RESOURCE_EXHAUSTED", code: "429",
                details: quota("GenerateRequestsPerDayPerProjectPerModel") + "," + retry("17s")),
            kind: .quota, message: "quota or money is used up: \(billing)", help: "what has arrived is kept; \(account)"),
        Case(
            name: "the words about billing alone", status: 429, body: error(billing, "RESOURCE_EXHAUSTED", code: "429"),
            kind: .quota, message: "quota or money is used up: \(billing)", help: "what has arrived is kept; \(account)"),
        Case(
            name: "a limit of nothing", status: 429,
            body: error(
                "Quota exceeded for metric: free_tier_requests, limit: 0, model: x", "RESOURCE_EXHAUSTED", code: "429",
                details: retry("17s")),
            kind: .quota,
            message: "quota or money is used up: Quota exceeded for metric: free_tier_requests, limit: 0, model: x",
            help: "what has arrived is kept; \(account)"),
        Case(
            name: "where the request comes from", status: 400,
            body: error("User location is not supported for the API use.", "FAILED_PRECONDITION"), kind: .rejected,
            message: "rejected (status 400): User location is not supported for the API use.",
            help: "Google does not offer this where the request comes from"),
        Case(
            name: "a model that is gone", status: 404,
            body: error("Publisher Model `x` was not found.", "NOT_FOUND", code: "404"), kind: .retired,
            message: "model 'imagen-4.0-generate-001' is gone: Publisher Model `x` was not found.",
            help: "write model: gemini-3.1-flash-image, its successor"),
        Case(
            name: "something else that is not there", status: 404,
            body: error("The project was not found.", "NOT_FOUND", code: "404"), kind: .rejected,
            message: "rejected (status 404): The project was not found.",
            help: "check location, endpoint and base-url of provider 'art'"),
        Case(
            name: "a wrong location", status: 404,
            body: "<!DOCTYPE html><html><title>Error 404 (Not Found)!!1</title></html>", kind: .rejected,
            message: "rejected (status 404): the answer is HTML",
            help: "check location, endpoint and base-url of provider 'art'"),
        Case(
            name: "time-out", status: 408, body: "", kind: .busy, message: "busy (status 408): the answer is empty",
            mayBeBilled: true),
        Case(
            name: "server error", status: 500, body: error("Internal error", "INTERNAL", code: "500"), kind: .busy,
            message: "busy (status 500): Internal error", mayBeBilled: true),
        Case(
            name: "overloaded", status: 503, body: error("The model is overloaded.", "UNAVAILABLE", code: "503"),
            kind: .busy, message: "busy (status 503): The model is overloaded."),
        Case(
            name: "too slow", status: 504, body: error("Deadline exceeded", "DEADLINE_EXCEEDED", code: "504"),
            kind: .busy, message: "busy (status 504): Deadline exceeded", mayBeBilled: true),
        Case(
            name: "a redirect", status: 302, headers: ["location": "https://elsewhere.example/"], body: "",
            kind: .rejected, message: "rejected (status 302): the answer is a redirect",
            help: "check the address of provider 'art': redirects are not followed"),
    ]

    @Test(arguments: cases)
    func errorsAreSorted(item: Case) async throws {
        try await withGoogle("vertex-imagen", .serviceAccount) { google in
            google.server.script(.images, [.status(item.status, headers: item.headers, body: item.body)])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == item.kind)
            #expect(failure.message == item.message)
            #expect(failure.help == item.help)
            #expect(failure.retryAfter == item.retryAfter)
            #expect(failure.mayBeBilled == item.mayBeBilled)
            #expect(google.server.requests(.images).count == 1)
        }
    }

    @Test(arguments: [
        (Behaviour.missingResults, "refused: the answer holds no picture, as when all were filtered out", ProviderFailure.Kind.refused),
        (.noResults, "refused: the answer holds no picture, as when all were filtered out", .refused),
        (
            .answerFiltered,
            "refused: Unable to show generated images. All images were filtered out because they violated Vertex AI's "
                + "usage guidelines. Support codes: 39322892, 29310472", .refused
        ),
        (.addresses, "the answer of 127.0.0.1 holds the address of a bucket, not a picture", .unusable),
        (.brokenJSON, "the answer of 127.0.0.1 is broken JSON: cut off, or not well-formed", .unusable),
        (.html(), "the answer of 127.0.0.1 is HTML, not JSON", .unusable),
        (.emptyPicture, "refused: the answer holds no picture, as when all were filtered out", .refused),
        (
            .status(200, body: #"{"predictions":[{"bytesBase64Encoded":"A"}]}"#),
            "a picture of 127.0.0.1 is not in base64", .unusable
        ),
    ])
    func answersOfImagenWithoutAPicture(behaviour: Behaviour, message: String, kind: ProviderFailure.Kind) async throws {
        try await withGoogle("vertex-imagen", .serviceAccount) { google in
            google.server.script(.images, [behaviour])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.message == message)
            #expect(failure.kind == kind)
            #expect((failure.evidence != nil) == (kind == .unusable))
        }
    }

    @Test func picturesBesideAReasonAreKept() async throws {
        try await withGoogle("vertex-imagen", .serviceAccount) { google in
            google.server.script(.images, [.partlyRefused])
            let generation = try await google.provider().generateAll(try request(count: 4))
            #expect(generation.images.count == 3)
            let shortfall = try #require(generation.shortfall)
            #expect(shortfall.kind == .refused)
            #expect(
                shortfall.message
                    == "refused: Your current safety filter threshold filtered out 1 generated images. You will not be "
                    + "charged for blocked images.")
            #expect(generation.cost == Cost(usd: 0.12, estimated: true))
        }
    }

    private static func content(_ parts: String, _ ending: String) -> Behaviour {
        .status(200, body: #"{"candidates":[{"content":{"parts":[\#(parts)]},"finishReason":"\#(ending)"}]}"#)
    }

    @Test(arguments: [
        (Behaviour.refused, "refused: the answer was blocked (IMAGE_SAFETY)", ProviderFailure.Kind.refused),
        (.answerFiltered, "refused: the prompt was blocked (PROHIBITED_CONTENT)", .refused),
        (.text("I cannot draw that."), "refused: the model answers in words: I cannot draw that.", .refused),
        (.noResults, "the answer of 127.0.0.1 holds neither a candidate nor a reason", .unusable),
        (.missingResults, "the answer of 127.0.0.1 holds neither a candidate nor a reason", .unusable),
        (.answerCutShort, "the answer of 127.0.0.1 holds no picture (MAX_TOKENS)", .unusable),
        (content("", "NO_IMAGE"), "the answer of 127.0.0.1 holds no picture (NO_IMAGE)", .unusable),
        (content("", "IMAGE_OTHER"), "the answer of 127.0.0.1 holds no picture (IMAGE_OTHER)", .unusable),
        (content("", "STOP"), "the answer of 127.0.0.1 holds no picture (STOP)", .unusable),
        (content(#"{"inlineData":{"data":"A"}}"#, "STOP"), "a picture of 127.0.0.1 is not in base64", .unusable),
        (
            content(#"{"thought":true,"inlineData":{"data":"QUJD"}}"#, "IMAGE_SAFETY"),
            "refused: the answer was blocked (IMAGE_SAFETY)", .refused
        ),
        (
            .status(200, body: #"{"candidates":[{"finishReason":"SPII","finishMessage":"Names a person."}]}"#),
            "refused: the answer was blocked (SPII): Names a person.", .refused
        ),
        (
            .status(200, body: #"{"promptFeedback":{"blockReason":"OTHER","blockReasonMessage":"Not this."}}"#),
            "refused: the prompt was blocked (OTHER): Not this.", .refused
        ),
        (.failing(.modelGone), "model 'gemini-3.1-flash-image' is gone: models/gemini-3.1-flash-image is not found for API version v1beta, or is not supported for this method.", .retired),
        (.failing(.outOfQuota), "quota or money is used up: \(billing)", .quota),
        (.failing(.keyRejected), "credentials not accepted (status 400): API key not valid. Please pass a valid API key.", .credentials),
    ])
    func answersOfGeminiWithoutAPicture(behaviour: Behaviour, message: String, kind: ProviderFailure.Kind) async throws {
        try await withGoogle("gemini", .key) { google in
            google.server.script(.images, [behaviour])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.message == message)
            #expect(failure.kind == kind)
        }
    }

    /// A key that the vendor repeats in its complaint is not passed on.
    @Test func keysAreTakenOut() async throws {
        try await withGoogle("gemini", .key, environment: ["GOOGLE_KEY": "AIza-wrong-key-123"]) { google in
            let failure = try await failure(of: try google.provider(), try request())
            #expect(
                failure.message
                    == "credentials not accepted (status 400): API key not valid: <redacted>. Please pass a valid API key.")
        }
    }
}
