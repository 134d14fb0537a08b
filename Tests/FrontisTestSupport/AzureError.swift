/// Azure's error envelope: codes are texts, often a status's digits.
struct AzureError: Error {
    var status: Int
    var code: String
    var message: String
    var headers: [String: String] = [:]
    /// What the filter found, in an error within the error.
    var inner: VendorJSON?

    var reply: VendorReply {
        var error: [String: VendorJSON] = ["code": .string(code), "message": .string(message)]
        if let inner { error["inner_error"] = inner }
        return VendorReply(status: status, headers: headers, json: ["error": .object(error)])
    }

    static let notFound = AzureError(status: 404, code: "404", message: "Resource not found")

    static let wrongKey = AzureError(
        status: 401, code: "401",
        message: "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid "
            + "key for an active subscription and use a correct regional API endpoint for your resource.")

    static let noDeployment = AzureError(
        status: 404, code: "DeploymentNotFound",
        message: "The API deployment for this resource does not exist. If you created the deployment within the last "
            + "5 minutes, please wait a moment and try again.")

    static let filtered = AzureError(
        status: 400, code: "content_policy_violation",
        message: "Your request was rejected as a result of our safety system. Your prompt may contain text that is "
            + "not allowed by our safety system.",
        inner: [
            "code": "ResponsibleAIPolicyViolation",
            "content_filter_results": [
                "hate": ["filtered": false, "severity": "safe"], "violence": ["filtered": true, "severity": "high"],
                "jailbreak": ["detected": false, "filtered": false],
            ],
        ])

    static func bad(_ message: String) -> AzureError { AzureError(status: 400, code: "BadRequest", message: message) }

    static func failing(_ failure: Behaviour.Failure) -> VendorReply {
        switch failure {
        case .rateLimited:
            AzureError(
                status: 429, code: "429",
                message: "Requests to the ImageGenerations_Create Operation under Azure OpenAI API version 2024-10-21 "
                    + "have exceeded call rate limit of your current OpenAI S0 pricing tier. Please retry after "
                    + "5 milliseconds. Please go here: https://aka.ms/oai/quotaincrease if you would like to further "
                    + "increase the default rate limit."
            ).reply
        case .overloaded:
            AzureError(status: 503, code: "InternalServerError", message: "The service is temporarily unable to process your request.").reply
        case .outOfQuota:
            AzureError(status: 403, code: "quotaExceeded", message: "Out of call volume quota. Quota will be replenished in 2.00:00:00.").reply
        case .keyRejected: AzureError.wrongKey.reply
        case .modelGone:
            AzureError(
                status: 410, code: "ModelDeprecated",
                message: "The model 'dall-e-3' of this deployment has been deprecated and is no longer served."
            ).reply
        }
    }
}
