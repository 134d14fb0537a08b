import Foundation
import FrontisCore
import FrontisHTTP
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// Who asks Google, and with which token.
@Suite(.timeLimit(.minutes(10))) struct GoogleCredentialTests {
    @Test(arguments: [
        (GoogleEntry.serviceAccount, GoogleAccounts.serviceToken, nil), (.user, GoogleAccounts.userToken, GoogleAccounts.quotaProject),
        (.machine, GoogleAccounts.machineToken, nil),
    ])
    func tokensAreFetchedOnceForManyPictures(entry: GoogleEntry, token: String, project: String?) async throws {
        try await withGoogle("vertex-imagen", entry) { google in
            let provider = try google.provider()
            let request = try request()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await provider.generateAll(request).images.count } }
                for try await count in group { #expect(count == 1) }
            }
            #expect(google.server.requests(.token).count == 1)
            let sent = google.server.requests(.images)
            #expect(Set(sent.map { $0.header("authorization") }) == ["Bearer \(token)"])
            #expect(Set(sent.map { $0.header("x-goog-user-project") }) == [project])
            #expect(google.server.violations.isEmpty)
        }
    }

    /// A token that the vendor no longer takes is fetched anew by the next request.
    @Test func aRejectedTokenIsForgotten() async throws {
        try await withGoogle("vertex-imagen", .serviceAccount) { google in
            google.server.script(.images, [.failing(.keyRejected)])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == .credentials)
            _ = try await google.provider().generateAll(try request())
            #expect(google.server.requests(.token).count == 2)
        }
    }

    @Test func defaultCredentialsAreFoundInGooglesOrder() async throws {
        let gcloud = ".config/gcloud/application_default_credentials.json"
        let cases: [(environment: [String: String], token: String)] = [
            (["GOOGLE_APPLICATION_CREDENTIALS": "keys/painter.json"], GoogleAccounts.serviceToken),
            (["CLOUDSDK_CONFIG": "SDK"], GoogleAccounts.serviceToken), ([:], GoogleAccounts.userToken),
            (["HOME": "/nowhere"], GoogleAccounts.machineToken),
        ]
        for item in cases {
            try await withVendor(GoogleVendor(isGateway: true, makesSmallPictures: true)) { server in
                let site = try TemporarySite()
                try site.write("keys/painter.json", GoogleAccounts.serviceAccountFile(server.origin))
                try site.write(gcloud, GoogleAccounts.userFile(server.origin))
                try site.write(
                    "sdk/application_default_credentials.json", GoogleAccounts.serviceAccountFile(server.origin))
                var variables = ["HOME": site.path, "GCE_METADATA_HOST": "127.0.0.1:\(server.port)"]
                variables.merge(item.environment.mapValues { $0 == "SDK" ? site.path("sdk") : $0 }) { $1 }
                let registry = ProviderRegistry(
                    settings: [
                        "art": settings("art", "vertex-imagen", ["endpoint": server.origin, "project": "test-project"])
                    ], environment: ProviderEnvironment(process: variables), folder: site.path)
                _ = try await registry.provider(named: Located("art", at: place)).generateAll(try request())
                await registry.shutdown()
                #expect(server.requests(.images).first?.header("authorization") == "Bearer \(item.token)")
            }
        }
    }

    @Test func withoutCredentialsTheWaysOutAreNamed() async throws {
        try await withGoogle("vertex-imagen", .serviceAccount, ["credentials": "", "project": "p"]) { google in
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == .unconfigured)
            #expect(
                failure.message
                    == "no Google credentials: credentials of provider 'art' is not written, and there are no default ones"
            )
            #expect(failure.help?.contains("gcloud auth application-default login") == true)
            #expect(google.server.requests.isEmpty)
        }
    }

    @Test func theProjectIsTheSettingsOrTheVariablesOrTheCredentials() async throws {
        for (entry, values, environment) in [
            (GoogleEntry.serviceAccount, [:], [:]), (.machine, [:], [:]), (.user, ["project": "test-project"], [:]),
            (.serviceAccount, ["project": "${PAYER}"], ["PAYER": "test-project"]),
            (.user, ["project": ""], ["GOOGLE_CLOUD_PROJECT": "test-project"]),
        ] as [(GoogleEntry, [String: String], [String: String])] {
            try await withGoogle("vertex-imagen", entry, values, environment: environment) { google in
                _ = try await google.provider().generateAll(try request())
                #expect(google.server.violations.isEmpty)
            }
        }
        let file = #"{"type":"authorized_user","client_id":"a","client_secret":"b","refresh_token":"c"}"#
        try await withGoogle(
            "vertex-imagen", .user, ["project": "", "credentials": "u.json"], files: ["u.json": file]
        ) { google in
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.message == "provider 'art' needs the project that pays")
            #expect(failure.help == "write project: with the Google Cloud project's id, or set GOOGLE_CLOUD_PROJECT")
        }
    }

    @Test(arguments: [
        ("", "is not JSON"), ("[1]", "is not JSON"), ("{\"type\":\"service_account\"", "is not JSON"),
        ("{}", "is not a credentials file of Google's: its type is neither service_account nor authorized_user"),
        (#"{"type":"topsecret-type"}"#, "is not a credentials file of Google's: its type is neither service_account nor authorized_user"),
        (#"{"type":"external_account"}"#, "has the type external_account, which Frontis cannot use"),
        (#"{"type":"impersonated_service_account"}"#, "has the type impersonated_service_account, which Frontis cannot use"),
        (#"{"type":"service_account","private_key":"topsecret"}"#, "has no client_email"),
        (#"{"type":"service_account","client_email":"a@b"}"#, "has no private_key"),
        (#"{"type":"authorized_user","client_id":"a","client_secret":"topsecret"}"#, "has no refresh_token"),
        (
            #"{"type":"service_account","client_email":"a@b","private_key":"topsecret","token_uri":"http://example.com/token"}"#,
            "has a token_uri that is not an https address"
        ),
        (
            #"{"type":"authorized_user","client_id":"a","client_secret":"b","refresh_token":"topsecret","quota_project_id":"a\r\nb"}"#,
            "has a quota_project_id that is no project's id"
        ),
    ])
    func brokenFilesAreNamedAndNeverQuoted(text: String, what: String) async throws {
        try await withGoogle(
            "vertex-imagen", .serviceAccount, ["credentials": "b.json"], files: ["b.json": text]
        ) { google in
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == .unconfigured)
            #expect(failure.message == "credentials of provider 'art': b.json: \(what)")
            #expect(!failure.message.contains("topsecret") && failure.help?.contains("topsecret") != true)
            #expect(!failure.mayBeBilled)
            #expect(google.server.requests.isEmpty)
        }
    }

    @Test func filesThatAreNone() async throws {
        let cases = [
            ("absent.json", "credentials of provider 'art': absent.json: there is no such file"),
            ("keys", "credentials of provider 'art': keys: is a folder"),
            ("/dev/null", "credentials of provider 'art': /dev/null: is not a regular file"),
            ("big.json", "credentials of provider 'art': big.json: is too large: more than 64 KiB"),
            (#"{"type":"service_account"}"#, "credentials of provider 'art': not the path of a file"),
        ]
        for (path, message) in cases {
            let files = ["big.json": String(repeating: " ", count: 70_000)]
            try await withGoogle("vertex-imagen", .serviceAccount, ["credentials": path], files: files) { google in
                let failure = try await failure(of: try google.provider(), try request())
                #expect(failure.kind == .unconfigured)
                #expect(failure.message == message)
            }
        }
    }

    @Test(arguments: ["topsecret", "-----BEGIN PRIVATE KEY-----\ntopsecret\n-----END PRIVATE KEY-----\n", "half"])
    func aKeyThatIsNoneIsNotQuoted(key: String) async throws {
        let pem = key == "half" ? String(GoogleTestKey.pem.prefix(800)) : key
        let file: VendorJSON = [
            "type": "service_account", "client_email": "a@b", "private_key": .string(pem), "project_id": "test-project",
        ]
        try await withGoogle(
            "vertex-imagen", .serviceAccount, ["credentials": "b.json"], files: ["b.json": file.text]
        ) { google in
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == .unconfigured)
            #expect(
                failure.message
                    == "credentials of provider 'art': the file's private_key is not an RSA key in PEM form")
            #expect(google.server.requests.isEmpty)
        }
    }

    @Test(arguments: [
        (
            Behaviour.failing(.keyRejected), ProviderFailure.Kind.credentials,
            "credentials of provider 'art': 127.0.0.1 gives no token: invalid_grant: Invalid JWT Signature."
        ),
        (
            .status(401, body: #"{"error":"invalid_client","error_description":"The OAuth client was not found."}"#), .credentials,
            "credentials of provider 'art': 127.0.0.1 gives no token: invalid_client: The OAuth client was not found."
        ),
        (
            .status(403, body: #"{"error":{"code":403,"message":"Disabled.","status":"PERMISSION_DENIED"}}"#), .credentials,
            "credentials of provider 'art': 127.0.0.1 gives no token: PERMISSION_DENIED: Disabled."
        ),
        (.failing(.overloaded), .busy, "no token from 127.0.0.1: internal_failure: Backend Error"),
        (.html(status: 502), .busy, "no token from 127.0.0.1: status 502"),
        (.html(), .credentials, "credentials of provider 'art': the answer of 127.0.0.1 holds no access token"),
        (.missingResults, .credentials, "credentials of provider 'art': the answer of 127.0.0.1 holds no access token"),
        (.resetBeforeReply, .busy, "the connection to 127.0.0.1 was lost"),
    ])
    func whatTheIssuerSays(behaviour: Behaviour, kind: ProviderFailure.Kind, message: String) async throws {
        try await withGoogle("vertex-imagen", .serviceAccount) { google in
            google.server.script(.token, [behaviour])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == kind)
            #expect(failure.message == message)
            // Nothing has been drawn yet.
            #expect(!failure.mayBeBilled)
            #expect(google.server.requests(.images).isEmpty)
        }
    }

    @Test func aWrongClockIsAmongTheWaysOut() async throws {
        try await withGoogle("vertex-imagen", .serviceAccount) { google in
            google.server.script(.token, [.failing(.keyRejected)])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(
                failure.help
                    == "the key or sign-in may have been withdrawn: make a new one; a clock that is wrong by minutes "
                    + "has the same effect")
        }
    }

    /// A proxy answers for any name; only the header shows that it is Google's server.
    @Test func aMetadataServerHasToSayThatItIsOne() async throws {
        try await withGoogle("vertex-imagen", .machine, ["project": "test-project"]) { google in
            google.server.script(.token, [.status(200, body: #"{"access_token":"stolen","expires_in":3599}"#)])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == .unconfigured)
            #expect(failure.message.hasPrefix("no Google credentials: "))
        }
        try await withGoogle("vertex-imagen", .machine, ["project": "test-project"]) { google in
            google.server.script(.token, [.resetBeforeReply])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == .busy)
            #expect(!failure.mayBeBilled)
        }
        let away = ["GCE_METADATA_HOST": "metadata.example.com"]
        try await withGoogle("vertex-imagen", .machine, ["project": "p"], environment: away) { google in
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.message == "GCE_METADATA_HOST is not a metadata server's address")
        }
        try await withGoogle("vertex-imagen", .machine, ["project": "test-project"]) { google in
            google.server.script(.token, [.status(404, headers: ["Metadata-Flavor": "Google"], body: "")])
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.message == "this machine has no service account of its own")
        }
    }

    /// For whoever needs less than everything.
    @Test func scopesAreTheCallers() async throws {
        try await withGoogle("vertex-imagen", .machine) { google in
            let transport = HTTPTransport()
            let credentials = GoogleCredentials(
                setting: "credentials of publish", path: nil, folder: google.site.path,
                environment: ProviderEnvironment(process: ["GCE_METADATA_HOST": "127.0.0.1:\(google.server.port)"]),
                transport: transport, tokens: TokenCache())
            let other = "https://www.googleapis.com/auth/devstorage.read_write"
            // The server of the tests knows one scope only; what matters is what it was asked.
            google.server.script(.token, [.normal, .status(200, headers: ["Metadata-Flavor": "Google"], body: #"{"access_token":"x"}"#)])
            do {
                _ = try await credentials.authorization()
                _ = try await credentials.authorization(scopes: [other])
            } catch { Issue.record(error) }
            await transport.shutdown()
            let queries = google.server.requests(.token).map(\.query)
            #expect(queries == ["scopes=https://www.googleapis.com/auth/cloud-platform", "scopes=\(other)"])
        }
    }
}
