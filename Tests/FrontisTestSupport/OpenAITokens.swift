/// How the vendor counts and bills tokens.
enum OpenAITokens {
    /// About four bytes each; any fixed rule will do, as clients have to believe the reply.
    static func count(of text: String) -> Int { (text.utf8.count + 3) / 4 }

    /// A dollar for a million tokens is a thousand billionths for one.
    static func nanodollars(_ tokens: Int, perMillion dollars: Double) -> Int {
        tokens * Int((dollars * 1000).rounded())
    }
}
