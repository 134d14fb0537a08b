package import FrontisCore
import FrontisHTTP
import FrontisText

/// A bucket of Google Cloud Storage, by its JSON API (https://cloud.google.com/storage/docs/json_api). Every call is
/// one attempt, and throws `ProviderFailure` in the usual classes; `retired` says that there is no such bucket.
///
/// Whoever makes one calls `shutdown()` when all requests have ended.
package struct Bucket: Sendable {
    /// What is asked of Google's token endpoint: to read and to write objects, and nothing else.
    static let scope = "https://www.googleapis.com/auth/devstorage.read_write"
    /// For one request.
    private static let timeout = Duration.seconds(300)
    /// Of everything but pictures, which are never fetched.
    private static let largestReply = 8 << 20

    package let publishing: Publishing
    private let environment: ProviderEnvironment
    /// The site's.
    private let folder: String
    private let transport = HTTPTransport()
    private let tokens = TokenCache()

    /// Asks nobody, and fills no variable in.
    package init(_ publishing: Publishing, environment: ProviderEnvironment, folder: String) {
        self.publishing = publishing
        self.environment = environment
        self.folder = folder
    }

    /// Closes all connections; requests fail from now on.
    package func shutdown() async { await transport.shutdown() }

    // MARK: Asking

    /// A thousand objects of the prefix; `token` is the `next` of the page before. Nothing where the account may not
    /// list, as one that may only create objects.
    ///
    /// https://cloud.google.com/storage/docs/json_api/v1/objects/list
    package func list(after token: String?) async throws(ProviderFailure) -> BucketPage? {
        var query = "?fields=items(name,size,md5Hash),nextPageToken&maxResults=1000"
        let prefix = publishing.objectName(of: "")
        if !prefix.isEmpty { query += "&prefix=\(PercentEncoding.encoded(prefix))" }
        if let token { query += "&pageToken=\(PercentEncoding.encoded(token))" }
        let answer = try await ask("GET", objects + query)
        if answer.status == 403, answer.failure.kind == .credentials { return nil }
        let json = try answer.json()
        return BucketPage(
            entries: (json["items"]?.list ?? []).compactMap(BucketEntry.init), next: json["nextPageToken"]?.text)
    }

    /// Nothing where the bucket has no such object, or the account may not look.
    ///
    /// https://cloud.google.com/storage/docs/json_api/v1/objects/get
    func find(_ name: String) async throws(ProviderFailure) -> BucketEntry? {
        let answer = try await ask("GET", "\(objects)/\(PercentEncoding.encoded(name))?fields=name,size,md5Hash")
        if answer.status == 403 || answer.status == 404 { return nil }
        return BucketEntry(try answer.json())
    }

    /// What is known of the bucket itself; nothing where the account may not look, which publishing does not need.
    ///
    /// https://cloud.google.com/storage/docs/json_api/v1/buckets/get
    func look() async throws(ProviderFailure) -> JSONValue? {
        let answer = try await ask("GET", "\(path)?fields=name,location,storageClass")
        if answer.status == 403 { return nil }
        return try answer.json()
    }

    /// Which of these permissions the account has; nothing where the service does not say. Anybody may ask that.
    ///
    /// https://cloud.google.com/storage/docs/json_api/v1/buckets/testIamPermissions
    func permissions(among wanted: [String]) async throws(ProviderFailure) -> [String]? {
        let query = wanted.map { "permissions=\($0)" }.joined(separator: "&")
        let answer = try await ask("GET", "\(path)/iam/testPermissions?\(query)")
        guard answer.isGood, let json = JSONValue(answer.reply.body) else { return nil }
        return (json["permissions"]?.list ?? []).compactMap(\.text)
    }

    // MARK: Requests

    /// Within `/storage/v1`, and within `/upload/storage/v1` for what takes bytes.
    private var path: String { "/storage/v1/b/\(PercentEncoding.encoded(publishing.bucket))" }
    private var objects: String { path + "/o" }
    var uploads: String { "/upload" + objects }

    /// - Parameters:
    ///   - path: with its query, or a whole address of the same origin.
    ///   - hidden: what must not show in any message, besides the token.
    func ask(
        _ method: String, _ path: String, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        hiding hidden: [Secret] = []
    ) async throws(ProviderFailure) -> BucketAnswer {
        let address = try address()
        let authorization = try await authorization()
        let url = path.hasPrefix("/") ? address.url + path : path
        let reply: HTTPReply
        do throws(ProviderFailure) {
            reply = try await transport.send(
                HTTPRequest(
                    method: method, url: url,
                    headers: (authorization?.headers ?? []) + [("Accept", "application/json")] + headers,
                    credentials: authorization?.credentials ?? [], body: body, timeout: Self.timeout,
                    allowsInsecureHTTP: publishing.allowsInsecureHTTP, largestReply: Self.largestReply))
        } catch {
            var failure = error
            // Asking again costs nothing here.
            failure.isAnswerLost = false
            // The transport speaks of providers.
            if failure.kind == .busy { failure.help = "check the network and publish.endpoint" }
            throw failure
        }
        // A token that is not taken is not kept for the next request.
        if reply.status == 401, let key = authorization?.tokenKey { await tokens.forget(key) }
        return BucketAnswer(
            reply: reply, publishing: publishing, secrets: (authorization?.secrets ?? []) + hidden)
    }

    /// Throws `unconfigured` for an `endpoint` that is no address.
    func address() throws(ProviderFailure) -> WebAddress {
        guard let address = WebAddress(publishing.address) else {
            throw ProviderFailure(
                .unconfigured, "publish.endpoint is not an http or https address",
                help: "write the service's origin, such as endpoint: \(Publishing.usualEndpoint)")
        }
        return address
    }

    // MARK: Who asks

    /// Nothing where nobody wants to know.
    private func authorization() async throws(ProviderFailure) -> GoogleAuthorization? {
        try await credentials()?.authorization(scopes: [Self.scope])
    }

    /// Nothing for `none`. Throws `unconfigured` for a variable that is not set.
    func credentials() throws(ProviderFailure) -> GoogleCredentials? {
        let owner = "publish"
        var path: String?
        if let written = publishing.credentials?.value {
            if written == Publishing.noCredentials { return nil }
            path = try VariableText.filledIn(written, of: "credentials", for: owner, from: environment)
        }
        return GoogleCredentials(
            setting: "credentials of \(owner)", path: path, folder: folder, environment: environment,
            transport: transport, tokens: tokens)
    }
}

extension Publishing {
    /// What pages write for a file.
    package func url(of name: String) -> String {
        let named = Self.encoded(name)
        if let publicURL { return publicURL + named }
        return "\(address)/\(bucket)/\(Self.encoded(objectName(of: name)))"
    }

    private static func encoded(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { PercentEncoding.encoded(String($0)) }.joined(separator: "/")
    }
}
