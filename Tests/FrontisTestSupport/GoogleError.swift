/// google.rpc.Status as JSON.
struct GoogleError: Error {
    var code = 400
    var status = "INVALID_ARGUMENT"
    var message: String
    var details: [VendorJSON] = []

    var reply: VendorReply {
        var error: [String: VendorJSON] = [
            "code": .number(Double(code)), "message": .string(message), "status": .string(status),
        ]
        if !details.isEmpty { error["details"] = .array(details) }
        return VendorReply(status: code, json: ["error": .object(error)])
    }

    static func info(_ reason: String) -> VendorJSON {
        [
            "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": .string(reason), "domain": "googleapis.com",
            "metadata": ["service": "aiplatform.googleapis.com"],
        ]
    }

    static func unknownName(_ name: String, at path: String) -> GoogleError {
        GoogleError(
            message: "Invalid JSON payload received. Unknown name \"\(name)\" at '\(path)': Cannot find field.")
    }

    static func invalid(_ path: String, _ why: String) -> GoogleError {
        GoogleError(message: "Invalid value at '\(path)': \(why)")
    }

    static func noModel(_ name: String, isVertex: Bool) -> GoogleError {
        let message =
            isVertex
            ? "Publisher Model `projects/test-project/locations/us-central1/publishers/google/models/\(name)` was not "
                + "found or your project does not have access to it."
            : "models/\(name) is not found for API version v1beta, or is not supported for this method."
        return GoogleError(code: 404, status: "NOT_FOUND", message: message)
    }

    static func failing(_ failure: Behaviour.Failure, model: String, isVertex: Bool) -> VendorReply {
        switch failure {
        case .rateLimited:
            GoogleError(
                code: 429, status: "RESOURCE_EXHAUSTED",
                message: "Quota exceeded for aiplatform.googleapis.com/online_prediction_requests_per_base_model with "
                    + "base model: \(model). Please submit a quota increase request.",
                details: [
                    info("RATE_LIMIT_EXCEEDED"),
                    ["@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "0.005s"],
                ]
            ).reply
        case .overloaded:
            GoogleError(
                code: 503, status: "UNAVAILABLE", message: "The model is overloaded. Please try again later."
            ).reply
        case .outOfQuota:
            GoogleError(
                code: 429, status: "RESOURCE_EXHAUSTED",
                message: "You exceeded your current quota, please check your plan and billing details.",
                details: [
                    [
                        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
                        "violations": [["quotaId": "GenerateRequestsPerDayPerProjectPerModel"]],
                    ]
                ]
            ).reply
        case .keyRejected where isVertex:
            GoogleError(
                code: 401, status: "UNAUTHENTICATED",
                message: "Request had invalid authentication credentials. Expected OAuth 2 access token."
            ).reply
        case .keyRejected:
            GoogleError(
                message: "API key not valid. Please pass a valid API key.", details: [info("API_KEY_INVALID")]
            ).reply
        case .modelGone: noModel(model, isVertex: isVertex).reply
        }
    }
}
