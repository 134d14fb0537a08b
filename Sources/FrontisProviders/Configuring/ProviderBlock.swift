import FrontisCore
import FrontisHTTP

/// A provider's settings together with what they need to be used: variables are filled in when a request is
/// about to be sent and no sooner, so that whoever has no key can still build.
struct ProviderBlock: Sendable {
    let settings: ProviderSettings
    let environment: ProviderEnvironment
    let transport: HTTPTransport
    /// A day, without a time: which models are past their date.
    let today: PageDate
    /// Access tokens that any provider of the run has asked for.
    let tokens: TokenCache
    /// Where relative paths in settings start: the site's folder.
    var folder = "."

    var name: String { settings.name }

    /// The value as written, for keys that take no variables. `token.url` is the key `url` of the map `token`.
    func text(_ key: String) -> String? {
        var written = settings.text(key)
        if let dot = key.firstIndex(of: "."), case .map(let values)? = settings.values[String(key[..<dot])]?.value {
            written = values[String(key[key.index(after: dot)...])]
        }
        return written.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The value with its variables filled in. Throws `unconfigured` where one is not set.
    ///
    /// `fallback` stands in where nothing is written.
    func filledIn(_ key: String, else fallback: String? = nil) throws(ProviderFailure) -> String? {
        guard let written = text(key) ?? fallback else { return nil }
        return try filledIn(text: written, of: key)
    }

    /// The texts of a list with their variables filled in; empty where nothing is written.
    func filledInList(_ key: String) throws(ProviderFailure) -> [String] {
        guard case .list(let texts)? = settings.values[key]?.value else { return [] }
        var filled: [String] = []
        for text in texts { filled.append(try filledIn(text: text, of: key) ?? "") }
        return filled
    }

    /// The same for a text that is not a scalar of the settings; `key` is named where it fails.
    func filledIn(text written: String, of key: String) throws(ProviderFailure) -> String? {
        try VariableText.filledIn(written, of: key, for: "provider '\(name)'", from: environment)
    }

    /// The same for a credential.
    func secret(_ key: String, else fallback: String? = nil) throws(ProviderFailure) -> Secret? {
        guard let secret = try filledIn(key, else: fallback).map({ Secret($0) }) else { return nil }
        environment.secrets.add(secret)
        return secret
    }

    /// How long one request may take.
    func timeout(default seconds: Double) -> Duration {
        guard let written = settings.number("timeout"), written.isFinite, written > 0 else { return .seconds(seconds) }
        return .seconds(min(written, 86400))
    }

    /// What one picture or text costs as the settings say, whatever tables and vendors say.
    var statedPrice: Money? { settings.money("price") }

    /// What pictures have cost: as the settings say; else by the vendor's own count, where it gives one and its prices are
    /// known; else the highest that each may.
    ///
    /// - Parameter highest: nothing where no price is known.
    func cost(of count: Int, counted: Cost? = nil, highest: Money?) -> Cost? {
        if statedPrice == nil, let counted { return counted }
        return (statedPrice ?? highest).map { Cost(usd: $0 * count, estimated: true) }
    }

    var limits: RequestLimits {
        RequestLimits(
            requestsPerMinute: settings.number("requests-per-minute"), concurrency: settings.integer("concurrency"))
    }

    var allowsInsecureHTTP: Bool { settings.flag("allow-insecure-http") ?? false }
}
