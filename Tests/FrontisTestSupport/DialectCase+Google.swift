extension DialectCase {
    private static let vendor = GoogleVendor(isGateway: true, makesSmallPictures: true)
    private static let keyParts = GoogleTestKey.pem.split(separator: "\n").map(String.init).filter { $0.count == 64 }

    /// What stands in documented configurations, and what this server is called.
    private static let documented = [
        ("dialect: vertex-imagen\n", "dialect: vertex-imagen\n    endpoint: \"ORIGIN\"\n"),
        ("dialect: gemini\n", "dialect: gemini\n    endpoint: \"ORIGIN\"\n"),
        ("  gemini:\n", "  gemini:\n    base-url: \"ORIGIN/v1beta\"\n"), ("${GEMINI_API_KEY}", "${ART_KEY}"),
        ("my-project", "test-project"),
    ]

    /// Both dialects, and every kind of credential.
    static let google = [imagenByFile, imagenByMachine, geminiByKey, geminiByUser]

    private static let imagenByFile: DialectCase = {
        var dialect = DialectCase(
            dialect: "vertex-imagen", vendor: vendor, environment: [:],
            secrets: [GoogleAccounts.serviceToken] + keyParts
        ) { origin in
            #"{ dialect: vertex-imagen, model: imagen-4.0-generate-001, credentials: keys/painter.json, endpoint: "\#(origin)" }"#
        }
        dialect.replacements = documented
        dialect.variant = "by a service account's file"
        dialect.files = { ["keys/painter.json": GoogleAccounts.serviceAccountFile($0)] }
        return dialect
    }()

    private static let imagenByMachine: DialectCase = {
        var dialect = DialectCase(
            dialect: "vertex-imagen", vendor: vendor, environment: [:], secrets: [GoogleAccounts.machineToken]
        ) { origin in
            #"{ dialect: vertex-imagen, model: imagen-4.0-generate-001, location: global, endpoint: "\#(origin)" }"#
        }
        dialect.replacements = documented
        dialect.variant = "by the metadata server"
        dialect.files = { [".env": "GCE_METADATA_HOST=\($0.dropFirst("http://".count))\n"] }
        return dialect
    }()

    private static let geminiByKey: DialectCase = {
        var dialect = DialectCase(
            dialect: "gemini", vendor: vendor, environment: ["ART_KEY": vendor.key], secrets: [vendor.key]
        ) { origin in
            #"{ dialect: gemini, model: gemini-3.1-flash-image, base-url: "\#(origin)/v1beta", api-key: "${ART_KEY}" }"#
        }
        dialect.replacements = documented
        dialect.variant = "by API key"
        return dialect
    }()

    private static let geminiByUser: DialectCase = {
        var dialect = DialectCase(
            dialect: "gemini", vendor: vendor, environment: [:],
            secrets: [GoogleAccounts.userToken, GoogleAccounts.clientSecret, GoogleAccounts.refreshToken]
        ) { origin in
            #"{ dialect: gemini, model: gemini-3.1-flash-image, project: test-project, endpoint: "\#(origin)" }"#
        }
        dialect.replacements = documented
        dialect.variant = "on Vertex AI by a person's default credentials"
        dialect.files = {
            [".config/gcloud/application_default_credentials.json": GoogleAccounts.userFile($0)]
        }
        return dialect
    }()
}
