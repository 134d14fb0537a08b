import Foundation
import FrontisCore

/// A provider's settings together with what they need to be used: variables are filled in when a request is
/// about to be sent and no sooner, so that whoever has no key can still build.
struct ProviderBlock: Sendable {
    let settings: ProviderSettings
    let environment: ProviderEnvironment
    let transport: HTTPTransport
    /// `2026-11-21`: which models are past their date.
    let today: String

    var name: String { settings.name }

    /// The value as written, for keys that take no variables.
    func text(_ key: String) -> String? {
        settings.text(key).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The value with its variables filled in. Throws `unconfigured` where one is not set.
    ///
    /// `fallback` stands in where nothing is written.
    func filledIn(_ key: String, else fallback: String? = nil) throws(ProviderFailure) -> String? {
        guard let written = text(key) ?? fallback else { return nil }
        var filled = ""
        var rest = written[...]
        while let start = rest.firstRange(of: "${") {
            filled += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                throw ProviderFailure(
                    .unconfigured, "\(key) of provider '\(name)' has a ${ without its }",
                    help: "write \(key): \"${NAME}\"")
            }
            let variable = String(rest[start.upperBound..<end])
            guard let value = environment.value(of: variable) else {
                throw ProviderFailure(
                    .unconfigured,
                    "environment variable \(variable) is not set, and provider '\(name)' needs it for \(key)",
                    help: "export \(variable)=… before you build, or put \(variable)=… into .env beside frontis.yaml")
            }
            filled += value
            rest = rest[rest.index(after: end)...]
        }
        // A key that was pasted with its line break is meant without it.
        let value = (filled + rest).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw ProviderFailure(.unconfigured, "\(key) of provider '\(name)' must be one line of text")
        }
        return value.isEmpty ? nil : value
    }

    /// The same for a credential.
    func secret(_ key: String, else fallback: String? = nil) throws(ProviderFailure) -> Secret? {
        try filledIn(key, else: fallback).map { Secret($0) }
    }

    /// How long one request may take.
    func timeout(default seconds: Double) -> Duration {
        guard let written = settings.number("timeout"), written.isFinite, written > 0 else { return .seconds(seconds) }
        return .seconds(min(written, 86400))
    }

    var allowsInsecureHTTP: Bool { settings.flag("allow-insecure-http") ?? false }
}
