/// The form of an answer that is asked for: an object with these members and no other. Each vendor has its own way
/// of writing it down.
struct AnswerForm: Sendable {
    /// For the vendor; letters, digits, `_` and `-`.
    let name: String
    /// Names, and types as JSON Schema calls them.
    let members: [(name: String, type: String)]
}
