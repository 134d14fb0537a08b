import FrontisCore

/// What is known of a vendor's image model.
struct ImageModel: Sendable {
    /// Which parameters a request may carry, and what its answer looks like.
    enum Family: Sendable {
        case dallE2
        case dallE3
        case gptImage
        /// A model that the table does not have: a compatible server's own.
        case unknown
    }

    enum Sizes: Sendable {
        case fixed([PictureSize])
        /// Any within the rule of GPT Image 2 and later.
        case free
        /// Nobody knows; an exact size is passed on as it is.
        case unknown
    }

    enum Pricing: Sendable {
        /// Of a picture, by quality and shape.
        case perPicture([PicturePrice])
        /// By the tokens that it counts for.
        case tokens(TokenPrices)
        case unknown
    }

    struct PicturePrice: Sendable {
        /// Nothing: every quality.
        let quality: String?
        /// Nothing: every size that no other entry has.
        let size: String?
        let usd: Money
    }

    /// Of a million tokens.
    struct TokenPrices: Sendable {
        let textIn: Money
        let imageIn: Money
        let out: Money
        /// Of words in the answer; like `out` where it is not given.
        var textOut: Money?
        /// Known numbers of output tokens, for models with fixed sizes.
        var outputs: [PictureTokens] = []
        /// How the number follows from the size, by the formula of GPT Image 2: its factor by quality. Empty where
        /// it does not.
        var formula: [String: Int] = [:]
    }

    struct PictureTokens: Sendable {
        let quality: String
        let size: String
        let tokens: Int
    }

    /// As it is sent.
    var name: String
    let family: Family
    /// The vendor's own endpoint does not answer from this day on.
    var retired: PageDate?
    var successor: String?
    /// Characters.
    var promptLimit: Int?
    var sizes: Sizes
    /// In the vendor's words; empty where the parameter is not taken.
    var qualities: [String] = []
    /// Sent where nobody asks for another, so that the price is known beforehand.
    var defaultQuality: String?
    /// Nothing where it is not known.
    var canBeTransparent: Bool?
    /// Pictures in one call.
    var mostPictures = 10
    /// Reference pictures in one call.
    var mostReferences = 0
    var pricing: Pricing = .unknown
}
