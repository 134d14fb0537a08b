/// What is paid for, as the ledger names it.
package enum PaidKind: String, Sendable, CaseIterable {
    case image
    case alt
    case prompt

    /// `2 pictures`
    package func named(_ count: Int) -> String {
        let noun =
            switch self {
            case .image: "picture"
            case .alt: "alt text"
            case .prompt: "prompt"
            }
        return "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
