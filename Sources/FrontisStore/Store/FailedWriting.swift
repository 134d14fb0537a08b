package import FrontisCore
import FrontisText

/// An alt text or a prompt that was asked for, was paid for, and could not be used: kept so that it is not asked for
/// at every build.
package struct FailedWriting: Sendable, Hashable {
    package static let formatVersion = 1

    /// See `key(of:language:by:)`.
    package var key: Digest
    /// What came of it, and the way out, for people.
    package var reason: String
    package var help: String?
    /// What kind of failure it was, as findings name it.
    package var kind: ProviderFailure.Kind
    package var provider: String
    package var model: String?
    package var created: Timestamp
    private var unknown: [String: JSONValue] = [:]

    package init(
        key: Digest, reason: String, help: String?, kind: ProviderFailure.Kind, provider: String, model: String?,
        created: Timestamp
    ) {
        self.key = key
        self.reason = reason
        self.help = help
        self.kind = kind
        self.provider = provider
        self.model = model
        self.created = created
    }

    /// Who was asked, and how: another model, or another setting, is another question.
    package struct Author: Sendable, Hashable {
        package var provider: String
        package var dialect: String
        package var model: String?
        /// What the site's `alt` block says, in one text.
        package var settings: String

        package init(provider: String, dialect: String, model: String?, settings: String) {
            self.provider = provider
            self.dialect = dialect
            self.model = model
            self.settings = settings
        }
    }

    /// What it is kept under.
    ///
    /// - Parameters:
    ///   - subject: the picture that was looked at, or the key of the prompt.
    ///   - language: of an alt text; nothing for a prompt.
    package static func key(of subject: Digest, language: String?, by author: Author) -> Digest {
        let members: [String: JSONValue] = [
            "dialect": .text(author.dialect), "language": language.map { .text($0.lowercased()) } ?? .null,
            "model": author.model.map { .text($0) } ?? .null, "provider": .text(author.provider),
            "settings": .text(author.settings), "subject": .text(subject.hex),
        ]
        return Digest.of(JSONValue.sorted(members).compactText)
    }
}

extension FailedWriting: StoredRecord {
    init(_ fields: inout JSONFields) throws(JSONError) {
        key = try fields.digest("key")
        reason = try fields.text("reason")
        help = try fields.optionalText("help")
        kind = try fields.word("kind", of: ProviderFailure.Kind.allCases)
        provider = try fields.text("provider")
        model = try fields.optionalText("model")
        created = try fields.time("created")
        unknown = fields.rest
    }

    var members: [String: JSONValue] {
        let members: [String: JSONValue?] = [
            "created": .time(created),
            "help": help.map { .text($0) },
            "key": .text(key.hex),
            "kind": .text(kind.rawValue),
            "model": model.map { .text($0) },
            "provider": .text(provider),
            "reason": .text(reason),
        ]
        return unknown.merging(members.compactMapValues { $0 }) { _, own in own }
    }
}

extension ImageStore {
    private func failurePath(_ key: Digest) -> String { "\(directory)/failures/\(key.fanOut)/\(key.hex).json" }

    /// Nothing where it was never asked for, or what came was used.
    package func failedWriting(_ key: Digest) throws(StoreError) -> FailedWriting? {
        guard let failure = try read(FailedWriting.self, at: failurePath(key)) else { return nil }
        guard failure.key == key else {
            throw .unreadable(
                SourceLocation(path: relative(failurePath(key))), reason: "it is the failure of another question",
                sourceLine: nil, help: "delete the file to ask again")
        }
        return failure
    }

    /// Replaces what is remembered of the question.
    package func write(_ failure: FailedWriting) throws(StoreError) {
        try write(failure, to: failurePath(failure.key))
    }
}
