import Foundation
import FrontisCore
import FrontisText

/// A credentials file of Google's. Nothing of its content is ever in a message.
struct GoogleCredentialFile {
    /// Bytes; real ones have about 2,400.
    static let largest = 64 << 10
    private static let usualTokenAddress = "https://oauth2.googleapis.com/token"

    private let path: String
    /// As messages show it.
    private let shownPath: String
    /// What names it: `credentials of provider 'art'`.
    private let setting: String

    /// - Parameter folder: where a relative path starts. `~/` is the home of `environment`.
    init(_ path: String, in folder: String, named setting: String, _ environment: ProviderEnvironment) {
        if path.hasPrefix("~/"), let home = environment.value(of: "HOME") {
            self.path = home + path.dropFirst()
        } else {
            self.path = path.hasPrefix("/") ? path : folder + "/" + path
        }
        // Whoever has put the file's content where its path belongs must not find it in a log.
        let isContent = path.contains("{") || path.contains("PRIVATE KEY") || path.utf8.count > 1024
        shownPath = isContent ? "" : VendorText.clean(path, secrets: [])
        self.setting = setting
    }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Throws `unconfigured` for a file that is not there, cannot be read, or holds something else.
    func read() throws(ProviderFailure) -> GoogleCredentialSource {
        guard !shownPath.isEmpty else {
            throw ProviderFailure(
                .unconfigured, "\(setting): not the path of a file",
                help: "save the credentials in a file outside the site's repository, and write its path")
        }
        guard let json = JSONValue(try bytes()), case .object = json else {
            throw broken("is not JSON", help: "download the file again; it must be as Google made it")
        }
        let type = json["type"]?.text ?? ""
        switch type {
        case "service_account": return .serviceAccount(try serviceAccount(json), path: path)
        case "authorized_user": return .user(try user(json), path: path)
        case "external_account", "external_account_authorized_user", "impersonated_service_account",
            "gdch_service_account":
            throw broken(
                "has the type \(type), which Frontis cannot use",
                help: "use a service account's key file, or run gcloud auth application-default login")
        default:
            throw broken(
                "is not a credentials file of Google's: its type is neither service_account nor authorized_user",
                help: "download a key of the service account as JSON")
        }
    }

    private func serviceAccount(_ json: JSONValue) throws(ProviderFailure) -> GoogleServiceAccount {
        GoogleServiceAccount(
            email: try member("client_email", of: json), privateKey: Secret(try member("private_key", of: json)),
            privateKeyID: json["private_key_id"]?.text, tokenAddress: try tokenAddress(json),
            project: json["project_id"]?.text, quotaProject: try quotaProject(json))
    }

    private func user(_ json: JSONValue) throws(ProviderFailure) -> GoogleUser {
        GoogleUser(
            clientID: try member("client_id", of: json), clientSecret: Secret(try member("client_secret", of: json)),
            refreshToken: Secret(try member("refresh_token", of: json)), tokenAddress: try tokenAddress(json),
            quotaProject: try quotaProject(json))
    }

    private func member(_ name: String, of json: JSONValue) throws(ProviderFailure) -> String {
        guard let text = json[name]?.text, !text.isEmpty else {
            throw broken("has no \(name)", help: "download the file again; it must be as Google made it")
        }
        return text
    }

    /// Tokens are asked for where nobody can listen.
    private func tokenAddress(_ json: JSONValue) throws(ProviderFailure) -> WebAddress {
        guard let address = WebAddress(json["token_uri"]?.text ?? Self.usualTokenAddress),
            address.scheme == "https" || address.isLoopback
        else {
            throw broken("has a token_uri that is not an https address", help: "Google's is \(Self.usualTokenAddress)")
        }
        return address
    }

    /// It becomes a header.
    private func quotaProject(_ json: JSONValue) throws(ProviderFailure) -> String? {
        guard let project = json["quota_project_id"]?.text, !project.isEmpty else { return nil }
        guard project.utf8.count <= 100, project.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw broken("has a quota_project_id that is no project's id", help: nil)
        }
        return project
    }

    private func bytes() throws(ProviderFailure) -> [UInt8] {
        // Links are followed, as they are where secrets are mounted.
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw broken("there is no such file", help: "a relative path starts at the site's folder")
        }
        let kind: FileAttributeType?
        let size: Int
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
            kind = attributes[.type] as? FileAttributeType
            size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        } catch {
            throw unreadable
        }
        guard kind == .typeRegular else {
            throw broken(
                kind == .typeDirectory ? "is a folder" : "is not a regular file",
                help: "write the path of the file itself")
        }
        guard size <= Self.largest else {
            throw broken("is too large: more than \(Self.largest >> 10) KiB", help: nil)
        }
        do {
            let file = try FileHandle(forReadingFrom: url)
            let bytes = try file.read(upToCount: Self.largest) ?? Data()
            try file.close()
            return Array(bytes)
        } catch {
            throw unreadable
        }
    }

    private var unreadable: ProviderFailure { broken("cannot be read", help: "check who may read it") }

    private func broken(_ what: String, help: String?) -> ProviderFailure {
        ProviderFailure(.unconfigured, "\(setting): \(shownPath): \(what)", help: help)
    }

    /// The same for a key that turns out to be none.
    static func badKey(_ setting: String) -> ProviderFailure {
        ProviderFailure(
            .unconfigured, "\(setting): the file's private_key is not an RSA key in PEM form",
            help: "download the file again; it must be as Google made it, with \\n for line breaks")
    }
}
