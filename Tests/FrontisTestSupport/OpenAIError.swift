/// OpenAI's error envelope.
struct OpenAIError: Error {
    var status = 400
    var message: String
    var type = "invalid_request_error"
    var parameter: String?
    var code: String?

    var reply: VendorReply {
        VendorReply(
            status: status,
            json: [
                "error": [
                    "message": .string(message), "type": .string(type),
                    "param": parameter.map(VendorJSON.string) ?? .null, "code": code.map(VendorJSON.string) ?? .null,
                ]
            ])
    }

    static func unknownParameter(_ name: String) -> OpenAIError {
        OpenAIError(message: "Unknown parameter: '\(name)'.", parameter: name, code: "unknown_parameter")
    }

    static func missing(_ name: String) -> OpenAIError {
        OpenAIError(
            message: "Missing required parameter: '\(name)'.", parameter: name, code: "missing_required_parameter")
    }

    static func type(of name: String, expected: String) -> OpenAIError {
        OpenAIError(
            message: "Invalid type for '\(name)': expected \(expected).", parameter: name, code: "invalid_type")
    }

    static func value(_ value: String, of name: String, allowed: String) -> OpenAIError {
        OpenAIError(
            message: "Invalid value: '\(value)'. Supported values are: \(allowed).", parameter: name,
            code: "invalid_value")
    }

    static func noModel(_ name: String) -> OpenAIError {
        OpenAIError(
            status: 404, message: "The model '\(name)' does not exist.", parameter: "model", code: "model_not_found")
    }

    static func failing(_ failure: Behaviour.Failure) -> VendorReply {
        switch failure {
        case .rateLimited:
            var reply = OpenAIError(
                status: 429,
                message: "Rate limit exceeded for images per minute in organization org-test. "
                    + "Limit: 5/1min. Current: 6/1min.", type: "requests", code: "rate_limit_exceeded"
            ).reply
            reply.headers["retry-after-ms"] = "5"
            return reply
        case .overloaded:
            return OpenAIError(
                status: 500, message: "The server had an error while processing your request.", type: "server_error"
            ).reply
        case .outOfQuota:
            return OpenAIError(
                status: 429,
                message: "You exceeded your current quota, please check your plan and billing details.",
                type: "insufficient_quota", code: "insufficient_quota"
            ).reply
        case .keyRejected:
            return OpenAIError(status: 401, message: "Incorrect API key provided.", code: "invalid_api_key").reply
        case .modelGone:
            return OpenAIError(
                status: 404, message: "The model 'dall-e-3' does not exist.", parameter: "model",
                code: "model_not_found"
            ).reply
        }
    }
}
