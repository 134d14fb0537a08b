/// What is known of a vendor's model that looks at pictures.
struct ChatModel: Sendable {
    let name: String
    /// US dollars a million tokens.
    let textIn: Double
    let out: Double
    /// `2027-01-14`: the vendor's own endpoint does not answer from this day on.
    var retired: String?
    var successor: String?
    /// Whether it thinks before it answers: it takes no temperature, and its thoughts count as output.
    var isReasoning = true
}
