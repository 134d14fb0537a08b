import Foundation
import FrontisCore
import FrontisHTTP

/// Where Azure's operations are, by the ways of writing it: all of it text and nothing else.
enum AzureAddress {
    /// Whether `endpoint` is one of version 1, where the body names the deployment.
    static func isV1(_ endpoint: String) -> Bool { path(of: endpoint).hasSuffix("/openai/v1") }

    /// Whether `endpoint` goes on after the origin and a gateway's own path.
    static func isTooLong(_ endpoint: String) -> Bool {
        let path = path(of: endpoint)
        return path.contains("/deployments/") || OpenAIOperation.allCases.contains { path.hasSuffix($0.rawValue) }
    }

    /// `https://res.openai.azure.com/openai/deployments/dalle3/images/generations?api-version=2024-10-21`
    static func deployment(
        _ name: String, at endpoint: WebAddress, _ operation: OpenAIOperation, _ version: AzureVersion
    ) -> WebAddress? {
        let start = path(of: endpoint.url).hasSuffix("/openai") ? "" : "/openai"
        let path = "\(start)/deployments/\(PercentEncoding.encoded(name))\(operation.rawValue)"
        return with(version, endpoint.appending(path: path))
    }

    /// `https://res.openai.azure.com/openai/v1/images/generations`
    static func v1(at endpoint: WebAddress, _ operation: OpenAIOperation, _ version: AzureVersion) -> WebAddress? {
        with(version, endpoint.appending(path: operation.rawValue))
    }

    /// `https://res.openai.azure.com/openai/images/generations:submit?api-version=2023-06-01-preview`
    static func submission(at endpoint: WebAddress, _ version: AzureVersion) -> WebAddress? {
        let start = path(of: endpoint.url).hasSuffix("/openai") ? "" : "/openai"
        return with(version, endpoint.appending(path: "\(start)/images/generations:submit"))
    }

    /// The target URI of pictures, made one of `operation`, which is asked for at the same place.
    static func target(_ written: String, for operation: OpenAIOperation) -> String? {
        let end = written.firstIndex { $0 == "?" || $0 == "#" } ?? written.endIndex
        var path = String(written[..<end])
        if path.hasSuffix(operation.rawValue) { return written }
        let other = operation == .edits ? OpenAIOperation.generations : .edits
        guard path.hasSuffix(other.rawValue) else { return operation == .edits ? nil : written }
        path.removeLast(other.rawValue.count)
        return path + operation.rawValue + written[end...]
    }

    /// What `target` asks for, as far as its end says it.
    static func operation(of target: String) -> OpenAIOperation? {
        OpenAIOperation.allCases.first { path(of: target).hasSuffix($0.rawValue) }
    }

    /// The list of models beside the address of pictures: `https://res.openai.azure.com/openai/models?api-version=…`,
    /// at version 1 `…/openai/v1/models`.
    static func models(near pictures: WebAddress) -> WebAddress? {
        let written = pictures.url.prefix { $0 != "?" && $0 != "#" }
        let query = pictures.url.dropFirst(written.count)
        guard let mark = written.firstRange(of: "/openai/") else { return nil }
        let start = written[..<mark.upperBound]
        if written[mark.upperBound...].hasPrefix("v1/") { return WebAddress("\(start)v1/models\(query)") }
        return WebAddress("\(start)models?api-version=\(AzureVersion.usual.text ?? "")")
    }

    /// The deployment that a target URI names.
    static func deployment(in target: String) -> String? {
        let end = target.firstIndex { $0 == "?" || $0 == "#" } ?? target.endIndex
        let parts = target[..<end].split(separator: "/", omittingEmptySubsequences: false)
        guard let place = parts.firstIndex(of: "deployments"), place + 1 < parts.endIndex else { return nil }
        let name = parts[place + 1]
        // A variable is not filled in yet.
        guard !name.isEmpty, !name.contains("${") else { return nil }
        return String(name).removingPercentEncoding
    }

    /// The `api-version` in an address's query.
    static func version(in target: String) -> AzureVersion {
        let query = target.drop { $0 != "?" }.dropFirst().prefix { $0 != "#" }
        let fields = query.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        let value = fields.first { $0.first?.lowercased() == "api-version" }?.dropFirst().first
        return AzureVersion(value.flatMap { String($0).removingPercentEncoding })
    }

    /// In lower case, without slashes at its end.
    private static func path(of address: String) -> String {
        let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
        var path = address[..<end].lowercased()
        while path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private static func with(_ version: AzureVersion, _ address: String) -> WebAddress? {
        guard let text = version.text else { return WebAddress(address) }
        let separator = address.contains("?") ? "&" : "?"
        return WebAddress("\(address)\(separator)api-version=\(PercentEncoding.encoded(text))")
    }
}
