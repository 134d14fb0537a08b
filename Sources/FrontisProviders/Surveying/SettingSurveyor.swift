import Foundation
import FrontisCore
import FrontisHTTP
import FrontisText

/// Looks at the settings that need something from outside: variables, files, addresses.
struct SettingSurveyor: Sendable {
    private static let addresses: Set = ["base-url", "endpoint", "target-uri", "token.url"]
    private static let credentialFile = "credentials"
    private static let largestFile = 1 << 20

    let block: ProviderBlock
    let dialect: Dialect

    /// In the order in which the dialect has its keys.
    var checks: [HealthCheck] {
        let implied = dialect.implied?(block) ?? [:]
        var checks: [HealthCheck] = []
        for key in dialect.allKeys {
            switch key.kind {
            case .list:
                guard case .list(let texts)? = block.settings.values[key.name]?.value else { continue }
                for text in texts { checks += check(key.name, text) }
            case .map(let keys, _):
                if let text = block.text(key.name) { checks += check(key.name, text) }
                for inner in keys {
                    let name = "\(key.name).\(inner.name)"
                    if let text = block.text(name) { checks += check(name, text) }
                }
            case .variable:
                if let text = block.text(key.name) ?? implied[key.name] { checks += check(key.name, text) }
            case .text, .choice, .integer, .number, .flag:
                continue
            }
        }
        return checks
    }

    private func check(_ key: String, _ written: String) -> [HealthCheck] {
        let variables = Self.variables(in: written)
        let missing = variables.compactMap { absence(of: $0, for: key) }
        guard missing.isEmpty else { return missing }
        let value: String
        do throws(ProviderFailure) {
            value = try block.filledIn(text: written, of: key) ?? ""
        } catch {
            return [HealthCheck(.error, key, error.message, help: error.help)]
        }
        let source = variables.compactMap { name in
            block.environment.source(of: name).map { "\(name) \($0 == .file ? "in .env" : "in the environment")" }
        }.joined(separator: " and ")
        if Self.addresses.contains(key) { return [check(key, address: value, from: source)] }
        if key == Self.credentialFile { return [check(key, file: value, from: source)] }
        if ProviderSettings.secretKeys.contains(key.split(separator: ".").last.map(String.init) ?? key) {
            return [check(key, credential: value, from: source)]
        }
        return variables.isEmpty ? [] : [HealthCheck(.ok, key, "\(key): from \(source)")]
    }

    private func absence(of variable: String, for key: String) -> HealthCheck? {
        let help = "export \(variable)=… before you build, or put \(variable)=… into .env beside frontis.yaml"
        switch block.environment.source(of: variable) {
        case .process?, .file?: return nil
        case .empty?:
            return HealthCheck(.error, key, "\(key): environment variable \(variable) is set, but empty", help: help)
        case nil: return HealthCheck(.error, key, "\(key): environment variable \(variable) is not set", help: help)
        }
    }

    // MARK: Values

    private func check(_ key: String, credential value: String, from source: String) -> HealthCheck {
        guard value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return HealthCheck(
                .error, key, "\(key): \(source.isEmpty ? "the value" : source) holds characters that no key has",
                help: "look for blanks and typographic quotes")
        }
        if let first = value.first, "\"'".contains(first) {
            return HealthCheck(
                .warning, key, "\(key): \(source.isEmpty ? "the value" : source) begins with a quotation mark",
                help: "a key has none: set the variable without it")
        }
        // One that is written out is a finding of the configuration.
        return source.isEmpty
            ? HealthCheck(
                .note, key, "\(key): written out in frontis.yaml",
                help: "keep it in the environment or in .env and write ${NAME}")
            : HealthCheck(.ok, key, "\(key): \(source)")
    }

    private func check(_ key: String, address value: String, from source: String) -> HealthCheck {
        guard let address = WebAddress(value) else {
            return HealthCheck(
                .error, key, "\(key): not an http or https address",
                help: "write it with its scheme, and without a user or blanks: https://…")
        }
        // What comes from a variable may be nobody's business, and so may what stands in a query.
        let end = value.firstIndex { $0 == "?" || $0 == "#" } ?? value.endIndex
        let shown = VendorText.clean(source.isEmpty ? String(value[..<end]) : address.host, secrets: [])
        guard address.scheme == "https" || address.isLoopback else {
            return block.allowsInsecureHTTP
                ? HealthCheck(
                    .note, key, "\(key): \(shown), in plain http: everyone on the way can read requests and keys")
                : HealthCheck(
                    .error, key, "\(key): plain http to \(address.host) would show the request to everyone on the way",
                    help: "use https, or write allow-insecure-http: true for a network that you trust")
        }
        return HealthCheck(.ok, key, "\(key): \(shown)")
    }

    private func check(_ key: String, file value: String, from source: String) -> HealthCheck {
        let path = value.hasPrefix("/") ? value : "\(block.folder)/\(value)"
        let shown = VendorText.clean(source.isEmpty ? value : "the file of \(source)", secrets: [])
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return HealthCheck(
                .error, key, "\(key): \(shown) is not there", help: "a path starts at the folder of frontis.yaml")
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        guard let size, size <= Self.largestFile, let data = FileManager.default.contents(atPath: path) else {
            return HealthCheck(
                .error, key, "\(key): \(shown) cannot be read", help: "check who owns the file and its permissions")
        }
        guard let type = JSONValue(Array(data))?["type"]?.text else {
            return HealthCheck(
                .error, key, "\(key): \(shown) is no file of credentials", help: "it is JSON with a member 'type'")
        }
        return HealthCheck(.ok, key, "\(key): \(shown), of type \(VendorText.clean(type, secrets: []))")
    }

    /// Names in `${NAME}`, in their order.
    private static func variables(in text: String) -> [String] {
        var names: [String] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            names.append(String(rest[start.upperBound..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return names
    }
}
