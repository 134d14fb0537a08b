package import FrontisCore
import FrontisText

/// Everything that was ever made for a recipe. Candidates are only ever added and never renumbered.
package struct RecipeManifest: Sendable, Hashable {
    package static let formatVersion = 1

    @dynamicMemberLookup package struct Candidate: Sendable, Hashable {
        package var stored: StoredImage
        package var revisedPrompt: String?
        /// Written down before its bytes are: counts only if they are there.
        var isPending = false
        /// Members of a later Frontis, kept as they are.
        var unknown: [String: JSONValue] = [:]

        package init(_ stored: StoredImage, revisedPrompt: String? = nil) {
            self.stored = stored
            self.revisedPrompt = revisedPrompt
        }

        /// From 1.
        package var number: Int {
            get { stored.candidate }
            set { stored.candidate = newValue }
        }

        /// The picture's bytes.
        package var image: Digest { stored.digest }

        package subscript<Member>(dynamicMember member: WritableKeyPath<StoredImage, Member>) -> Member {
            get { stored[keyPath: member] }
            set { stored[keyPath: member] = newValue }
        }
    }

    /// A vendor's no, or something else that came of asking and was no picture, kept so that it is not asked for, and
    /// paid for, again and again.
    package struct Refusal: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable {
            /// The vendor will not make it.
            case refused
            /// What came was no picture.
            case unusable
            /// The picture was made, and could not be fetched before its address expired.
            case expired
        }

        package var kind = Kind.refused
        package var provider: String
        package var model: String?
        /// The vendor's words.
        package var message: String
        package var created: Timestamp
        var unknown: [String: JSONValue] = [:]

        package init(_ kind: Kind = .refused, provider: String, model: String?, message: String, created: Timestamp) {
            self.kind = kind
            self.provider = provider
            self.model = model
            self.message = message
            self.created = created
        }
    }

    /// For people who look: the recipe's canonical JSON, whose digest is the key.
    package var recipe: String
    package var candidates: [Candidate] = []
    /// How many were asked for; a candidate that failed is not asked for again by itself.
    package var asked = 0
    /// Number of the candidate that was last chosen.
    package var choice: Int?
    /// Numbers of the candidates that single slots have chosen, so that a lost lock can be rebuilt.
    package var choices: [SlotID: Int] = [:]
    package var refusal: Refusal?
    private var unknown: [String: JSONValue] = [:]

    package init(recipe: Recipe) {
        self.recipe = recipe.canonicalJSON
    }

    /// The number that the next candidate gets.
    package var nextNumber: Int { (candidates.map(\.number).max() ?? 0) + 1 }

    /// What a slot shows if its lock entry says nothing: its own choice, the last one of any slot, the first
    /// candidate, among those that `matches`.
    package func shown(in slot: SlotID, where matches: (Candidate) -> Bool) -> Candidate? {
        let matching = candidates.filter(matches)
        return matching.first { $0.number == choices[slot] } ?? matching.first { $0.number == choice }
            ?? matching.min { $0.number < $1.number }
    }

    /// The refusal that stands in the way of asking: a picture that could not be fetched in time is no matter any more
    /// where the recipe has one.
    package var standingRefusal: Refusal? { refusal?.kind == .expired && !candidates.isEmpty ? nil : refusal }

    /// How many pictures are still to be asked for where `wanted` are. One that was asked for and failed is not
    /// asked for again by itself.
    package func missing(of wanted: Int, where matches: (Candidate) -> Bool) -> Int {
        let made = candidates.filter(matches).count
        return made == 0 ? wanted : max(0, wanted - max(asked - (candidates.count - made), made))
    }

    /// Notes that `slot` shows the candidate of that number.
    package mutating func choose(_ number: Int, for slot: SlotID) {
        choice = number
        choices[slot] = number
    }

    /// The recipe as it was when the manifest was begun; nothing where its text cannot be read.
    package var recipeFields: [String: String] {
        guard case .object(let members) = recipeValue else { return [:] }
        let texts = members.map { ($0.name, $0.value.text ?? $0.value.compactText) }
        return Dictionary(texts, uniquingKeysWith: { first, _ in first })
    }

    /// With one more candidate, which gets the next number.
    package func adding(_ candidate: Candidate) -> RecipeManifest {
        var grown = self
        var numbered = candidate
        numbered.number = nextNumber
        grown.candidates.append(numbered)
        return grown
    }
}

extension RecipeManifest: StoredRecord {
    init(_ fields: inout JSONFields) throws(JSONError) {
        recipe = try fields.require("recipe").plain.compactText
        asked = try fields.optionalInteger("asked", in: 0...Int.max) ?? 0
        var numbers: Set<Int> = []
        for node in try fields.list("candidates") {
            let candidate = try Candidate(node)
            guard numbers.insert(candidate.number).inserted else {
                throw JSONError("candidate \(candidate.number) is there twice", at: node.offset)
            }
            candidates.append(candidate)
        }
        if let node = fields.take("choice") {
            guard case .number(let text) = node.value, let number = Int(text),
                numbers.contains(number)
            else { throw JSONError("'choice' must be the number of a candidate", at: node.offset) }
            choice = number
        }
        if let node = fields.take("choices") {
            guard case .object(let members) = node.value else {
                throw JSONError("'choices' must be an object: { … }", at: node.offset)
            }
            for member in members {
                guard let slot = SlotID(member.name), case .number(let text) = member.node.value,
                    let number = Int(text), numbers.contains(number)
                else { throw JSONError("'choices' must be numbers of candidates by slot", at: member.offset) }
                choices[slot] = number
            }
        }
        if let node = fields.take("refusal") { refusal = try Refusal(node) }
        unknown = fields.rest
    }

    var members: [String: JSONValue] {
        let members: [String: JSONValue?] = [
            "asked": .integer(asked),
            "candidates": .list(candidates.map(\.json)),
            "choice": choice.map { .integer($0) },
            "choices": choices.isEmpty
                ? nil
                : .sorted(
                    Dictionary(uniqueKeysWithValues: choices.map { ($0.key.text, .integer($0.value)) })),
            "recipe": recipeValue,
            "refusal": refusal?.json,
        ]
        return unknown.merging(members.compactMapValues { $0 }) { _, own in own }
    }

    /// The recipe as an object, which is easier on the eye than JSON in a text.
    private var recipeValue: JSONValue {
        do throws(JSONError) { return try JSONParser.parse(Array(recipe.utf8)).plain } catch { return .text(recipe) }
    }
}

extension RecipeManifest.Candidate {
    fileprivate init(_ node: JSONNode) throws(JSONError) {
        var fields = try JSONFields(node, "a candidate")
        self.init(
            try StoredImage(&fields, number: "number", most: Int.max - 1),
            revisedPrompt: try fields.optionalText("revisedPrompt"))
        if let node = fields.take("pending"), case .flag(true) = node.value { isPending = true }
        unknown = fields.rest
    }

    fileprivate var json: JSONValue {
        var members = stored.members(number: "number")
        members["pending"] = isPending ? .flag(true) : nil
        members["revisedPrompt"] = revisedPrompt.map { .text($0) }
        return .sorted(unknown.merging(members) { _, own in own })
    }
}

extension RecipeManifest.Refusal {
    fileprivate init(_ node: JSONNode) throws(JSONError) {
        var fields = try JSONFields(node, "'refusal'")
        self.init(
            provider: try fields.text("provider"), model: try fields.optionalText("model"),
            message: try fields.text("message"), created: try fields.time("created"))
        // A refusal has none, as there was nothing else once.
        if let node = fields.take("kind"), case .text(let word) = node.value { kind = Kind(rawValue: word) ?? .refused }
        unknown = fields.rest
    }

    fileprivate var json: JSONValue {
        let members: [String: JSONValue?] = [
            "created": .time(created),
            "kind": kind == .refused ? nil : .text(kind.rawValue),
            "message": .text(message),
            "model": model.map { .text($0) },
            "provider": .text(provider),
        ]
        return .sorted(unknown.merging(members.compactMapValues { $0 }) { _, own in own })
    }
}
