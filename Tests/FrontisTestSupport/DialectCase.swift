/// A dialect as contract tests see it: its vendor's side, and the settings with which Frontis asks it.
package struct DialectCase: Sendable, CustomStringConvertible {
    /// As Frontis calls it.
    package var dialect: String
    package var vendor: any VendorDialect
    /// The provider's block in `frontis.yaml`, as a YAML map on one line, for `http://127.0.0.1:PORT`.
    package var settings: @Sendable (_ origin: String) -> String
    package var environment: [String: String]
    /// What must show nowhere: keys, tokens, private keys.
    package var secrets: [String]
    /// A map for `alt:`, where the dialect's own describer needs more than the images' settings: `model: gpt-4o`.
    package var alt: String
    /// Whether it can look at pictures.
    package var describes: Bool
    /// Whether there is a question that costs nothing and tells a right key from a wrong one.
    package var hasProbe = true
    /// Which of several ways of asking with the dialect.
    package var variant = ""
    /// Files beside `frontis.yaml`, by path: credentials, a `.env` with what depends on the port. The home of a
    /// program under test is the site's folder.
    package var files: @Sendable (_ origin: String) -> [String: String] = { _ in [:] }
    /// The requests whose answers hold the pictures.
    package var answers = VendorRequest.Kind.images
    /// What has to change in the documented configuration to meet the test server, and nothing else: `ORIGIN` stands
    /// for its address.
    package var replacements: [(String, String)] = []
    package var description: String { variant.isEmpty ? dialect : "\(dialect), \(variant)" }

    package init(
        dialect: String, vendor: any VendorDialect, environment: [String: String], secrets: [String],
        alt: String = "{}", describes: Bool = true, settings: @escaping @Sendable (_ origin: String) -> String
    ) {
        self.dialect = dialect
        self.vendor = vendor
        self.environment = environment
        self.secrets = secrets
        self.alt = alt
        self.describes = describes
        self.settings = settings
    }

    /// The documented configuration with the test server's address in place of the vendor's.
    package func adapting(_ yaml: String, to origin: String) -> String {
        replacements.reduce(yaml) { $0.replacing($1.0, with: $1.1.replacing("ORIGIN", with: origin)) }
    }

    /// The first of each dialect: the others differ in addresses and credentials only.
    package static let oneForEachDialect = all.reduce(into: [DialectCase]()) { kept, next in
        if !kept.contains(where: { $0.dialect == next.dialect }) { kept.append(next) }
    }

    /// Every way of asking every vendor. A dialect that is missing here fails the contract tests.
    package static let all: [DialectCase] = [.openAI] + azure + google
}

extension DialectCase {
    static let openAI = {
        let key = "sk-test-0123456789abcdef"
        var openAI = DialectCase(
            dialect: "openai", vendor: OpenAIVendor(key: key, makesSmallPictures: true),
            environment: ["ART_KEY": key], secrets: [key]
        ) { origin in
            #"{ dialect: openai, model: gpt-image-2, base-url: "\#(origin)/v1", api-key: "${ART_KEY}" }"#
        }
        openAI.replacements = [
            ("dialect: openai\n", "dialect: openai\n    base-url: \"ORIGIN/v1\"\n"),
            ("${OPENAI_API_KEY}", "${ART_KEY}"),
        ]
        return openAI
    }()
}
