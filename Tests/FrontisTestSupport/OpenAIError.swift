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
}
