package import FrontisCore
import FrontisText

extension SiteLock {
    package static let fileName = "frontis.lock"

    /// Reads the lock's text.
    ///
    /// - Throws: a diagnostic for anything that is not a lock of this version: a lock that cannot be read is never
    ///   taken for one that is not there.
    package init(text: String) throws(Diagnostic) {
        try self.init(bytes: Array(text.utf8))
    }

    /// As `init(text:)`, from the bytes of the file.
    package init(bytes: [UInt8]) throws(Diagnostic) {
        do throws(JSONError) {
            try Self.refuseConflict(in: bytes)
            try self.init(try JSONParser.parse(bytes))
        } catch {
            let place = FilePlace(of: error.offset, in: bytes)
            throw Diagnostic(
                .lockUnreadable, error.reason,
                at: SourceLocation(path: Self.fileName, line: place.line, column: place.column),
                in: place.sourceLine,
                help: error.help
                    ?? "put the last good one back with 'git checkout \(Self.fileName)', or mend this line")
        }
    }

    /// No line of JSON begins with git's markers, as a text in it cannot run over several lines.
    private static func refuseConflict(in bytes: [UInt8]) throws(JSONError) {
        let markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].map { Array($0.utf8) }
        var start = 0
        while start < bytes.count {
            if markers.contains(where: { bytes[start...].starts(with: $0) }) {
                throw JSONError(
                    "the lock has a merge conflict in it", at: start,
                    help: "keep one of the two sides of each conflict and remove the marker lines")
            }
            start = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        }
    }

    private init(_ node: JSONNode) throws(JSONError) {
        var fields = try JSONFields(node, "the lock")
        try fields.checkVersion(Self.formatVersion)
        let list = try fields.require("images")
        guard case .object(let members) = list.value else {
            throw JSONError("'images' must be an object: { … }", at: list.offset)
        }
        images = Dictionary(minimumCapacity: members.count)
        for member in members {
            guard let id = SlotID(member.name) else {
                throw JSONError("'\(member.name)' is no slot, which is written path#name", at: member.offset)
            }
            images[id] = try Entry(member.node, member.name)
        }
        if let texts = fields.take("alts") { alts = try Self.localAlts(texts) }
        unknown = fields.rest
    }

    /// Keys sorted, one field a line, so that a review shows which picture and which alt text have changed.
    package var text: String {
        let entries = images.map { ($0.key.text, $0.value.json) }
        var members: [String: JSONValue] = [
            "images": .sorted(Dictionary(entries, uniquingKeysWith: { first, _ in first })),
            "version": .integer(Self.formatVersion),
        ]
        if !alts.isEmpty { members["alts"] = localAltsJSON }
        return JSONValue.sorted(unknown.merging(members) { _, own in own }).text(expanding: 3) + "\n"
    }
}

extension SiteLock.Entry {
    fileprivate init(_ node: JSONNode, _ slot: String) throws(JSONError) {
        var fields = try JSONFields(node, "'\(slot)'")
        if let alt = fields.take("alt") { self.alt = try SiteLock.Alt(alt, "'alt'", language: nil) }
        if let alts = fields.take("alts") { translations = try Self.translations(alts) }
        asked = try fields.optionalDigest("asked")
        stored = try StoredImage(&fields, number: "candidate")
        prompt = try fields.text("prompt")
        recipe = try fields.digest("recipe")
        written = try fields.optionalText("written")
        unknown = fields.rest
    }

    private static func translations(_ node: JSONNode) throws(JSONError) -> [SiteLock.Alt]? {
        guard case .object(let members) = node.value else {
            throw JSONError("'alts' must be an object: { … }", at: node.offset)
        }
        var translations: [SiteLock.Alt] = []
        for member in members {
            translations.append(try SiteLock.Alt(member.node, "'\(member.name)'", language: member.name))
        }
        return translations.isEmpty ? nil : translations.sorted { $0.language < $1.language }
    }

    fileprivate var json: JSONValue {
        var members = stored.members(number: "candidate")
        members["alt"] = alt.flatMap { $0.source == .missing ? nil : $0.json(withLanguage: true) }
        members["asked"] = asked.map { .text($0.hex) }
        members["prompt"] = .text(prompt)
        members["recipe"] = .text(recipe.hex)
        members["written"] = written.map { .text($0) }
        let others = (translations ?? []).filter { $0.source != .missing }
        if !others.isEmpty {
            let alts = others.map { ($0.language, $0.json(withLanguage: false)) }
            members["alts"] = .sorted(Dictionary(alts, uniquingKeysWith: { first, _ in first }))
        }
        return .sorted(unknown.merging(members) { _, own in own })
    }
}

extension SiteLock.Alt {
    /// Whoever wrote a text that is there; a missing one has no entry.
    private static let sources: [AltText.Source] = [.author, .reviewed, .model, .decorative]

    fileprivate init(_ node: JSONNode, _ name: String, language: String?) throws(JSONError) {
        var fields = try JSONFields(node, name)
        let written: String
        if let language { written = language } else { written = try fields.text("language") }
        self.init(
            language: written, source: try fields.word("source", of: Self.sources), text: try fields.text("text"))
    }

    fileprivate func json(withLanguage: Bool) -> JSONValue {
        var members: [String: JSONValue] = ["source": .text(source.rawValue), "text": .text(text)]
        if withLanguage { members["language"] = .text(language) }
        return .sorted(members)
    }
}
