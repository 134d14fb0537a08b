/// Counted things as people read them.
package enum Plural {
    /// `1 picture`, `2 pictures`.
    package static func text(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
