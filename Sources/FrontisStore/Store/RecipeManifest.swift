package import FrontisCore

/// Everything that was ever made for a recipe. Candidates are only ever added and never renumbered.
package struct RecipeManifest: Sendable, Codable, Equatable {
    package static let formatVersion = 1

    package struct Candidate: Sendable, Codable, Equatable {
        /// From 1.
        package var number: Int
        package var image: Digest
        package var mediaType: MediaType
        package var width: Int
        package var height: Int
        package var provider: String
        package var dialect: String
        package var model: String?
        package var quality: String?
        /// RFC 3339, UTC.
        package var created: String
        package var cost: Cost?
        package var revisedPrompt: String?

        package init(
            number: Int, image: Digest, mediaType: MediaType, width: Int, height: Int, provider: String,
            dialect: String, model: String?, quality: String?, created: String, cost: Cost?, revisedPrompt: String?
        ) {
            self.number = number
            self.image = image
            self.mediaType = mediaType
            self.width = width
            self.height = height
            self.provider = provider
            self.dialect = dialect
            self.model = model
            self.quality = quality
            self.created = created
            self.cost = cost
            self.revisedPrompt = revisedPrompt
        }

        package var stored: StoredImage {
            StoredImage(
                digest: image, mediaType: mediaType, width: width, height: height, candidate: number,
                provider: provider, dialect: dialect, model: model, quality: quality, created: created, cost: cost)
        }
    }

    /// A vendor's no, kept so that it is not asked for again and again.
    package struct Refusal: Sendable, Codable, Equatable {
        package var provider: String
        package var model: String?
        /// The vendor's words.
        package var message: String
        package var created: String

        package init(provider: String, model: String?, message: String, created: String) {
            self.provider = provider
            self.model = model
            self.message = message
            self.created = created
        }
    }

    package var version = Self.formatVersion
    /// For people who look: the recipe's canonical JSON, whose digest is the key.
    package var recipe: String
    package var candidates: [Candidate] = []
    /// How many were asked for; a candidate that failed is not asked for again by itself.
    package var asked = 0
    /// Number of the candidate that was last chosen.
    package var choice: Int?
    package var refusal: Refusal?

    package init(recipe: Recipe) {
        self.recipe = recipe.canonicalJSON
    }

    /// The number that the next candidate gets.
    package var nextNumber: Int { (candidates.map(\.number).max() ?? 0) + 1 }

    /// What shows if nothing else is said: the last choice, else the first, among those that `matches`.
    package func shown(where matches: (Candidate) -> Bool) -> Candidate? {
        let matching = candidates.filter(matches)
        return matching.first { $0.number == choice } ?? matching.min { $0.number < $1.number }
    }
}

/// An alt text that is bound to pixels.
package struct AltRecord: Sendable, Codable, Equatable {
    package static let formatVersion = 1

    package var version = Self.formatVersion
    package var image: Digest
    package var language: String
    package var text: String
    package var source: AltText.Source
    package var model: String?
    package var created: String

    package init(
        image: Digest, language: String, text: String, source: AltText.Source, model: String?, created: String
    ) {
        self.image = image
        self.language = language
        self.text = text
        self.source = source
        self.model = model
        self.created = created
    }
}
