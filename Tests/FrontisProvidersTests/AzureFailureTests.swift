import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// Azure's errors: which class each is in, and what it says.
@Suite(.timeLimit(.minutes(10))) struct AzureFailureTests {
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

    private static func error(_ message: String, code: String, more: String = "") -> String {
        #"{"error":{"code":\#(code),"message":"\#(message)"\#(more)}}"#
    }

    private static let word = "word the prompt differently; as it stands it is not asked again"
    private static let place =
        "check endpoint, deployment and api-version of provider 'art'; a new deployment needs some minutes"
    private static let rateLimit =
        "Requests to the ImageGenerations_Create Operation under Azure OpenAI API version 2024-10-21 have exceeded call rate limit. Please retry after"

    static let cases: [Case] = [
        Case(
            name: "the filter, as described", status: 400,
            body: error(
                "Your request was rejected as a result of our safety system.", code: #""content_policy_violation""#,
                more:
                    #","type":"invalid_request_error","param":null,"inner_error":{"code":"ResponsibleAIPolicyViolation","content_filter_results":{"violence":{"filtered":true,"severity":"low"},"hate":{"filtered":false,"severity":"safe"},"jailbreak":{"detected":false,"filtered":false}},"revised_prompt":"x"}"#
            ), kind: .refused,
            message: "refused: Your request was rejected as a result of our safety system. (filtered: violence)", help: word),
        Case(
            name: "the filter, as it comes", status: 400,
            body: error(
                "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
                code: #""content_filter""#,
                more:
                    #","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"sexual":{"filtered":true,"severity":"high"},"hate":{"filtered":true,"severity":"high"}}}"#
            ), kind: .refused,
            message:
                "refused: The response was filtered due to the prompt triggering Azure OpenAI's content management policy. (filtered: hate, sexual)",
            help: word),
        Case(
            name: "the filter, only in the inner error", status: 400,
            body: error("Bad request", code: "null", more: #","innererror":{"code":"ResponsibleAIPolicyViolation"}"#),
            kind: .refused, message: "refused: Bad request", help: word),
        Case(
            name: "the filter, as documented", status: 200,
            body: #"{"created":1698435368,"error":{"code":"contentFilter","message":"Your task failed as a result of our safety system."}}"#,
            kind: .refused, message: "refused: Your task failed as a result of our safety system.", help: word),
        Case(
            name: "filter results that are none", status: 400,
            body: error("No", code: #""content_filter""#, more: #","innererror":{"content_filter_result":["violence"]}"#),
            kind: .refused, message: "refused: No", help: word),
        Case(
            name: "wrong key", status: 401, body: error("Access denied due to invalid subscription key", code: #""401""#),
            kind: .credentials,
            message: "credentials not accepted (status 401): Access denied due to invalid subscription key",
            help: "check api-key of provider 'art', and that it is for this address"),
        Case(
            name: "an identity without a role", status: 401,
            body: error("Principal does not have access to API/Operation.", code: #""PermissionDenied""#),
            kind: .credentials,
            message: "credentials not accepted (status 401): Principal does not have access to API/Operation.",
            help: "check api-key of provider 'art', and that it is for this address"),
        Case(
            name: "no role, status 403", status: 403, body: error("No access", code: #""PermissionDenied""#),
            kind: .credentials, message: "credentials not accepted (status 403): No access",
            help: "the key or identity may not use it: it needs the role Cognitive Services OpenAI User"),
        Case(
            name: "a blocked account", status: 403,
            body: error(
                "Your resource has been temporarily blocked because we detected behavior that may violate our content policy.",
                code: #""Forbidden""#), kind: .credentials,
            message:
                "credentials not accepted (status 403): Your resource has been temporarily blocked because we detected behavior that may violate our content policy.",
            help: "the vendor has blocked the account: only its support can lift that"),
        Case(
            name: "no such deployment", status: 404,
            body: error("The API deployment for this resource does not exist.", code: #""DeploymentNotFound""#),
            kind: .rejected, message: "rejected (status 404): The API deployment for this resource does not exist.",
            help: place),
        Case(
            name: "no such address", status: 404, body: error("Resource not found", code: #""404""#), kind: .rejected,
            message: "rejected (status 404): Resource not found", help: place),
        Case(
            name: "a model that is gone", status: 410,
            body: error("The model of this deployment has been deprecated.", code: #""ModelDeprecated""#),
            kind: .retired, message: "model 'dall-e-3' is gone: The model of this deployment has been deprecated.",
            help: "deploy gpt-image-2, its successor, and name that deployment in provider 'art'"),
        Case(
            name: "too fast, in words", status: 429, body: error("\(rateLimit) 38 seconds. Please go here", code: #""429""#),
            kind: .busy, message: "busy (status 429): \(rateLimit) 38 seconds. Please go here", retryAfter: .seconds(38)),
        Case(
            name: "too fast, a number for a code", status: 429, body: error("Slow down", code: "429"), kind: .busy,
            message: "busy (status 429): Slow down"),
        Case(
            name: "too fast, headers over words", status: 429, headers: ["retry-after-ms": "1500"],
            body: error("\(rateLimit) 38 seconds.", code: #""429""#), kind: .busy,
            message: "busy (status 429): \(rateLimit) 38 seconds.", retryAfter: .milliseconds(1500)),
        Case(
            name: "too fast for today", status: 429, body: error("\(rateLimit) 86400 seconds.", code: #""429""#),
            kind: .busy, message: "busy (status 429): \(rateLimit) 86400 seconds.", retryAfter: .seconds(86400)),
        Case(
            name: "too fast, passed on as a success", status: 200, body: error("Try again in 2 seconds", code: #""429""#),
            kind: .busy, message: "busy (status 429): Try again in 2 seconds", retryAfter: .seconds(2)),
        Case(
            name: "a time that is none", status: 429, body: error("Please retry after lunch", code: #""429""#),
            kind: .busy, message: "busy (status 429): Please retry after lunch"),
        Case(
            name: "no calls left", status: 403,
            body: error("Out of call volume quota. Quota will be replenished in 2.00:00:00.", code: #""403""#),
            kind: .quota,
            message: "quota or money is used up: Out of call volume quota. Quota will be replenished in 2.00:00:00.",
            help: "what has arrived is kept; see the account's billing page"),
        Case(
            name: "an old version", status: 400,
            body: error("response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later", code: #""BadRequest""#),
            kind: .rejected,
            message:
                "rejected (status 400): response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later",
            help: "api-version or model of provider 'art' is too old: write api-version: 2024-10-21 or later"),
        Case(
            name: "a parameter that is not known", status: 400,
            body: error("Unrecognized request argument supplied: max_completion_tokens", code: "null"),
            kind: .rejected,
            message: "rejected (status 400): Unrecognized request argument supplied: max_completion_tokens",
            help: "api-version or model of provider 'art' is too old: write api-version: 2024-10-21 or later"),
        Case(
            name: "server error", status: 500, body: error("The server had an error", code: #""InternalServerError""#),
            kind: .busy, message: "busy (status 500): The server had an error", mayBeBilled: true),
        Case(
            name: "a redirect", status: 302, headers: ["location": "https://login.example/"], body: "", kind: .rejected,
            message: "rejected (status 302): the answer is a redirect", help: place),
    ]

    @Test(arguments: cases)
    func errorsAreSorted(item: Case) async throws {
        try await withAzure { registry, server in
            server.script(.images, [.status(item.status, headers: item.headers, body: item.body)])
            let failure = try await failure(of: registry.art(), try request())
            #expect(failure.kind == item.kind)
            #expect(failure.message == item.message)
            #expect(failure.help == item.help)
            #expect(failure.retryAfter == item.retryAfter)
            #expect(failure.mayBeBilled == item.mayBeBilled)
            #expect(server.requests.count == 1)
        }
    }

    @Test(arguments: [
        (Behaviour.Failure.rateLimited, ProviderFailure.Kind.busy), (.overloaded, .busy), (.outOfQuota, .quota),
        (.keyRejected, .credentials), (.modelGone, .retired),
    ])
    func azuresOwnWordsAreSorted(what: Behaviour.Failure, kind: ProviderFailure.Kind) async throws {
        try await withAzure { registry, server in
            server.script(.images, [.failing(what)])
            let failure = try await failure(of: registry.art(), try request())
            #expect(failure.kind == kind)
            if what == .rateLimited { #expect(failure.retryAfter == .milliseconds(5)) }
        }
    }

    @Test func anUnknownDeploymentIsNamedByItsSettings() async throws {
        try await withAzure(["endpoint": "ORIGIN", "deployment": "nobody", "price": "1"]) { registry, _ in
            let failure = try await failure(of: registry.art(), try request())
            #expect(failure.kind == .rejected)
            #expect(failure.help == Self.place)
        }
        let target = "ORIGIN/openai/deployments/nobody/images/generations?api-version=2024-10-21"
        try await withAzure(["target-uri": target]) { registry, _ in
            let failure = try await failure(of: registry.art(), try request())
            #expect(failure.help == "check target-uri of provider 'art'; a new deployment needs some minutes")
        }
    }
}
