/// Every way of asking Azure.
extension DialectCase {
    static let azure: [DialectCase] = [
        azureKey, azureTargetURI, azureV1, azureEntra, azureGateway, azureAsync,
    ]

    private static let key = "azure-key-0123456789abcdef"
    private static let token = "eyJ0eXAiOiJKV1QifQ.azure-token-0123456789"
    private static let deployments = [
        "pictures": "dall-e-3", "gpt-image-2": "gpt-image-2", "eyes": "gpt-4o", "small eyes/é": "gpt-5.4-mini",
    ]

    /// DALL-E 3 behind a deployment, answered as addresses.
    static let azureKey = variant(
        "key",
        vendor: AzureVendor(
            AzureDoor(.key, secret: key), deployments: deployments, answersAddresses: true, makesSmallPictures: true),
        environment: ["AZURE_OPENAI_API_KEY": key], secrets: [key],
        alt: "{ deployment: \"small eyes/é\", model: gpt-5.4-mini }"
    ) { origin in
        #"{ dialect: azure-openai, endpoint: "\#(origin)/", deployment: pictures, model: dall-e-3 }"#
    }

    /// Pasted from the portal; each has its own under `alt`.
    static let azureTargetURI = variant(
        "target URI",
        vendor: AzureVendor(
            AzureDoor(.key, secret: key), deployments: deployments, answersAddresses: true, makesSmallPictures: true),
        environment: ["AZURE_OPENAI_API_KEY": key], secrets: [key],
        alt: #"{ target-uri: "${EYES_URI}", model: gpt-4o }"#,
        files: { origin in
            let path = "/openai/deployments/eyes/chat/completions?api-version=2024-02-01"
            return [".env": "EYES_URI=\(origin)\(path)\n"]
        }
    ) { origin in
        let path = "/openai/deployments/pictures/images/generations?api-version=2024-02-01"
        return
            #"{ dialect: azure-openai, model: dall-e-3, api-key: "${AZURE_OPENAI_API_KEY}", target-uri: "\#(origin)\#(path)" }"#
    }

    static let azureV1 = variant(
        "v1",
        vendor: AzureVendor(AzureDoor(.key, secret: key), deployments: deployments, makesSmallPictures: true),
        environment: ["AZURE_OPENAI_API_KEY": key], secrets: [key], alt: "{ model: eyes, price: 0.01 }"
    ) { origin in
        #"{ dialect: azure-openai, endpoint: "\#(origin)/openai/v1/", model: gpt-image-2, api-key: "${AZURE_OPENAI_API_KEY}" }"#
    }

    static let azureEntra = variant(
        "Entra token",
        vendor: AzureVendor(AzureDoor(.entra, secret: token), deployments: deployments, makesSmallPictures: true),
        environment: ["ART_SECRET": AzureDoor(.entra, secret: token).clientSecret],
        secrets: [token, AzureDoor(.entra, secret: token).clientSecret], alt: "{ deployment: eyes, model: gpt-4o }"
    ) { origin in
        let token =
            #"{ url: "\#(origin)/tenant-1/oauth2/v2.0/token", client-id: "\#(AzureDoor.clientID)", "#
            + #"client-secret: "${ART_SECRET}", scope: "\#(AzureDoor.scope)" }"#
        return #"{ dialect: azure-openai, endpoint: "\#(origin)", deployment: gpt-image-2, "#
            + #"api-version: 2025-04-01-preview, token: \#(token) }"#
    }

    /// A company's gateway: its token travels as a key, and every request says which application asks.
    static let azureGateway = variant(
        "gateway token",
        vendor: AzureVendor(
            AzureDoor(.gateway, secret: token), deployments: deployments, answersAddresses: true,
            makesSmallPictures: true),
        environment: ["ART_SECRET": AzureDoor(.gateway, secret: token).clientSecret],
        secrets: [token, AzureDoor(.gateway, secret: token).clientSecret],
        alt: "{ deployment: eyes, model: gpt-4o }"
    ) { origin in
        let token =
            #"{ url: "\#(origin)/oauth/token", client-id: "\#(AzureDoor.clientID)", client-secret: "${ART_SECRET}", "#
            + "client-auth: basic, send-as: api-key }"
        return #"{ dialect: azure-openai, endpoint: "\#(origin)", deployment: pictures, model: dall-e-3, "#
            + #"user: '{"appkey": "blog-7"}', token: \#(token) }"#
    }

    /// What stands in documented configurations, and what this server is called.
    private static let documented = [
        ("https://NAME.openai.azure.com", "ORIGIN"), ("https://gateway.example", "ORIGIN"),
        ("https://login.microsoftonline.com/TENANT", "ORIGIN/tenant-1"), ("${AZURE_CLIENT_ID}", AzureDoor.clientID),
        ("${GATEWAY_ID}", AzureDoor.clientID), ("${AZURE_CLIENT_SECRET}", "${ART_SECRET}"),
        ("${GATEWAY_SECRET}", "${ART_SECRET}"),
    ]

    private static func variant(
        _ name: String, vendor: AzureVendor, environment: [String: String], secrets: [String], alt: String,
        files: @escaping @Sendable (_ origin: String) -> [String: String] = { _ in [:] },
        settings: @escaping @Sendable (_ origin: String) -> String
    ) -> DialectCase {
        var made = DialectCase(
            dialect: "azure-openai", vendor: vendor, environment: environment, secrets: secrets, alt: alt,
            settings: settings)
        made.variant = name
        made.files = files
        made.replacements = documented
        return made
    }

    static let azureAsync = {
        var made = DialectCase(
            dialect: "azure-openai-async",
            vendor: AzureAsyncVendor(AzureDoor(.key, secret: key), makesSmallPictures: true),
            environment: ["AZURE_OPENAI_API_KEY": key], secrets: [key], describes: false
        ) { origin in
            #"{ dialect: azure-openai-async, endpoint: "\#(origin)", api-key: "${AZURE_OPENAI_API_KEY}" }"#
        }
        made.replacements = documented
        return made
    }()
}
