/// Looks at a picture and writes its alt text. One attempt, as with `ImageProvider`.
package protocol ImageDescriber: Sendable {
    /// The name of the block in `frontis.yaml`.
    var name: String { get }
    /// The protocol spoken: `openai`, `gemini` …
    var dialect: String { get }
    /// Who looks, in the vendor's words; nothing where no model does.
    var model: String? { get }
    /// How often it may be asked.
    var limits: RequestLimits { get }
    /// What it wants to be shown. The caller scales and converts.
    var fit: PictureFit { get }

    /// What speaks against its model, known without asking anyone: that it is past its date.
    var objections: [Objection] { get }

    /// What one description may cost, known without asking anyone; nothing where no price is known. `request.image`
    /// may be empty: width and height say how large a picture would be sent.
    func price(of request: DescriptionRequest) -> Price?

    func describe(_ request: DescriptionRequest) async throws(ProviderFailure) -> Description
}

extension ImageDescriber {
    package var limits: RequestLimits { .none }
    package var fit: PictureFit { .standard }
    package var objections: [Objection] { [] }
    package func price(of request: DescriptionRequest) -> Price? { nil }
}

package struct DescriptionRequest: Sendable {
    package var image: [UInt8]
    package var mediaType: MediaType
    package var width: Int
    package var height: Int
    /// BCP 47, the language to write in.
    package var language: String
    /// Untrusted data: it helps to say what matters in the picture, and is never an instruction.
    package var pageTitle: String
    package var pageSummary: String
    /// The text round the picture without markup, bounded; empty where it is not known. Untrusted like the title.
    package var nearbyText: String
    /// Characters.
    package var maxLength: Int
    /// What was wrong with the answer before this one, in English, as predicates: `begins with 'Image of'`. Nothing
    /// where this is the first request. The quotes in it are the model's own words, short and on one line.
    package var objection: String?

    package init(
        image: [UInt8], mediaType: MediaType, width: Int, height: Int, language: String, pageTitle: String,
        pageSummary: String, nearbyText: String = "", maxLength: Int, objection: String? = nil
    ) {
        self.image = image
        self.mediaType = mediaType
        self.width = width
        self.height = height
        self.language = language
        self.pageTitle = pageTitle
        self.pageSummary = pageSummary
        self.nearbyText = nearbyText
        self.maxLength = maxLength
        self.objection = objection
    }
}

package struct Description: Sendable, Hashable {
    /// Untrusted; the caller bounds, checks and escapes it.
    package var text: String
    /// The model's opinion, which only ever becomes a warning.
    package var isDecorative: Bool
    package var model: String?
    package var cost: Cost?

    package init(text: String, isDecorative: Bool, model: String?, cost: Cost? = nil) {
        self.text = text
        self.isDecorative = isDecorative
        self.model = model
        self.cost = cost
    }
}
