/// A way of asking a vendor as contract tests see it: the vendor's side, and the settings with which Frontis asks it.
package struct DialectCase: Sendable, CustomStringConvertible {
    /// As Frontis calls it.
    package var dialect: String
    /// Which of the dialect's ways it is: `target-uri`; empty for the usual one.
    package var variant = ""
    package var vendor: any VendorDialect
    /// The provider's block in `frontis.yaml`, as a YAML map on one line, for `http://127.0.0.1:PORT`.
    package var settings: @Sendable (_ origin: String) -> String
    /// A map for `alt:`, where the describer needs more than the pictures' settings.
    package var alt: @Sendable (_ origin: String) -> String = { _ in "{}" }
    /// What has to be in the site's folder, by path: credentials.
    package var files: @Sendable (_ origin: String) -> [String: String] = { _ in [:] }
    /// By the origin as well: a metadata server is found by a variable.
    package var environment: @Sendable (_ origin: String) -> [String: String]
    /// What must show nowhere: keys, tokens, lines of private keys.
    package var secrets: [String]
    /// The requests whose answers hold the pictures.
    package var answers = VendorRequest.Kind.images
    /// What has to change in the documented configuration to meet the test server, and nothing else: `ORIGIN` stands
    /// for its address.
    package var replacements: [(String, String)] = []
    package var description: String { variant.isEmpty ? dialect : "\(dialect), \(variant)" }

    package init(
        dialect: String, variant: String = "", vendor: any VendorDialect, secrets: [String],
        environment: @escaping @Sendable (_ origin: String) -> [String: String],
        settings: @escaping @Sendable (_ origin: String) -> String
    ) {
        self.dialect = dialect
        self.variant = variant
        self.vendor = vendor
        self.secrets = secrets
        self.environment = environment
        self.settings = settings
    }

    /// The documented configuration with the test server's address in place of the vendor's.
    package func adapting(_ yaml: String, to origin: String) -> String {
        replacements.reduce(yaml) { $0.replacing($1.0, with: $1.1.replacing("ORIGIN", with: origin)) }
    }

    /// Every way of asking every vendor. A dialect that is missing here fails the contract tests.
    package static let all: [DialectCase] = [.openAI]
}

extension DialectCase {
    static let openAI = {
        var openAI = DialectCase(
            dialect: "openai", vendor: OpenAIVendor(key: "sk-test-0123456789abcdef", makesSmallPictures: true),
            secrets: ["sk-test-0123456789abcdef"], environment: { _ in ["ART_KEY": "sk-test-0123456789abcdef"] }
        ) { origin in
            #"{ dialect: openai, model: gpt-image-2, base-url: "\#(origin)/v1", api-key: "${ART_KEY}" }"#
        }
        openAI.replacements = [
            ("dialect: openai\n", "dialect: openai\n    base-url: \"ORIGIN/v1\"\n"), ("${OPENAI_API_KEY}", "${ART_KEY}"),
        ]
        return openAI
    }()
}
