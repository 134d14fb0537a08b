extension DialectCase {
    private static let vendor = GoogleVendor(isGateway: true, makesSmallPictures: true)
    private static let keyParts = GoogleTestKey.pem.split(separator: "\n").map(String.init).filter { $0.count == 64 }

    /// Both dialects, and every kind of credential.
    static let google = [imagenByFile, imagenByMachine, geminiByKey, geminiByUser]

    private static let imagenByFile: DialectCase = {
        var dialect = DialectCase(
            dialect: "vertex-imagen", vendor: vendor, environment: [:],
            secrets: [GoogleAccounts.serviceToken] + keyParts
        ) { origin in
            #"{ dialect: vertex-imagen, model: imagen-4.0-generate-001, credentials: keys/painter.json, endpoint: "\#(origin)" }"#
        }
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
        dialect.variant = "on Vertex AI by a person's default credentials"
        dialect.files = {
            [".config/gcloud/application_default_credentials.json": GoogleAccounts.userFile($0)]
        }
        return dialect
    }()
}
