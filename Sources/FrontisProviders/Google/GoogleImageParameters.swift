import FrontisCore
import FrontisText

/// A request's parameters by the rules of its model, and what the model cannot do for it.
struct GoogleImageParameters {
    /// Seeds are 32-bit numbers without a sign.
    private static let seeds = 0...Int(UInt32.max)
    /// Bytes of all reference pictures together, as they are on disk: in base64 they come to Google's 20 MB.
    private static let largestReferences = 15_000_000

    let model: GoogleImageModel
    /// As it is sent: with the negative prompt in words where there is no place of its own for it.
    let prompt: String
    /// The negative prompt where there is such a place.
    let negative: String?
    let aspect: String
    /// `2K`; nothing where none is sent.
    let size: String?
    let isVertex: Bool
    private let recipe: Recipe
    private let block: ProviderBlock

    init(_ request: GenerationRequest, block: ProviderBlock, dialect: String) {
        self.block = block
        recipe = request.recipe
        let model = ModelTable.google(Self.model(for: request, block: block, dialect: dialect))
        self.model = model
        isVertex = GoogleService(block: block).isVertex
        let hasPlace = isVertex && model.takesNegativePrompt
        negative = hasPlace ? recipe.negative : nil
        prompt = hasPlace ? recipe.prompt : OpenAIImageParameters.prompt(for: recipe)
        aspect = model.aspect(nearest: recipe.shape)
        let written = [
            request.quality, block.text("quality"), block.text("image-size"), block.text("sample-image-size"),
        ]
        size = written.compactMap(\.self).first(where: model.sizes.contains)
    }

    static func model(for request: GenerationRequest, block: ProviderBlock, dialect: String) -> String {
        let usual = dialect == "gemini" ? ModelTable.defaultGeminiImageModel : ModelTable.defaultImagenModel
        return request.model ?? block.text("model") ?? usual
    }

    /// The pictures of one call differ by themselves; those of the next would be the same once more.
    private func seed(after made: Int) -> Int? {
        guard let seed = recipe.seed, seedComplaint == nil else { return nil }
        return Int(UInt32(truncatingIfNeeded: seed + made))
    }

    /// Why a seed is not sent; nothing if it is. A watermark and a seed exclude each other, and the watermark is the
    /// author's to give up.
    private var seedComplaint: String? {
        guard let seed = recipe.seed else { return nil }
        guard model.family == .imagen, isVertex else { return "\(model.name) takes none" }
        guard block.settings.flag("add-watermark") == false else {
            return "\(model.name) takes one only with add-watermark: false"
        }
        return Self.seeds.contains(seed) ? nil : "\(model.name) takes 0 to \(Self.seeds.upperBound)"
    }

    // MARK: Bodies

    /// Of `:predict`.
    ///
    /// - Parameter made: pictures that calls before this one have made for the same request.
    func prediction(count: Int, made: Int) -> JSONValue {
        var parameters: [JSONValue.Member] = [
            .init("sampleCount", .integer(count)), .init("aspectRatio", .text(aspect)),
        ]
        func add(_ name: String, _ value: JSONValue?) {
            if let value { parameters.append(.init(name, value)) }
        }
        add("negativePrompt", negative.map { .text($0) })
        add("guidanceScale", block.settings.number("guidance-scale").map { .decimal($0) })
        add("seed", seed(after: made).map { .integer($0) })
        add("safetySetting", block.text("safety-setting").map { .text($0) })
        add("personGeneration", block.text("person-generation").map { .text($0) })
        // Without it, filtered pictures are just not there.
        add("includeRaiReason", .flag(true))
        add("language", block.text("language").map { .text($0) })
        add("outputOptions", outputOptions)
        if isVertex { add("addWatermark", block.settings.flag("add-watermark").map { .flag($0) }) }
        add("sampleImageSize", size.map { .text($0) })
        if isVertex, model.takesEnhancement {
            add("enhancePrompt", block.settings.flag("enhance-prompt").map { .flag($0) })
        }
        return .object([
            .init("instances", .list([.object([.init("prompt", .text(prompt))])])),
            .init("parameters", .object(parameters)),
        ])
    }

    private var outputOptions: JSONValue? {
        guard let format = block.text("output-format") else { return nil }
        var members: [JSONValue.Member] = [.init("mimeType", .text("image/\(format)"))]
        if format == "jpeg", let percent = block.settings.integer("output-compression") {
            members.append(.init("compressionQuality", .integer(percent)))
        }
        return .object(members)
    }

    /// Of `:generateContent`.
    func content(references: [ReferencePicture]) -> JSONValue {
        var parts: [JSONValue] = [.object([.init("text", .text(prompt))])]
        parts += references.map { GeminiPart.picture($0.bytes, $0.mediaType) }
        var image: [JSONValue.Member] = [.init("aspectRatio", .text(aspect))]
        if let size { image.append(.init("imageSize", .text(size))) }
        // The Gemini API has no such member.
        if isVertex, let people = block.text("person-generation").flatMap(GooglePeople.init) {
            image.append(.init("personGeneration", .text(people.inGeminisWords)))
        }
        let content: [JSONValue.Member] = [.init("role", .text("user")), .init("parts", .list(parts))]
        let configuration: [JSONValue.Member] = [
            .init("responseModalities", .list([.text("IMAGE")])), .init("imageConfig", .object(image)),
        ]
        return .object([
            .init("contents", .list([.object(content)])), .init("generationConfig", .object(configuration)),
        ])
    }
}

extension GoogleImageParameters {
    /// Known beforehand.
    func objections(to request: GenerationRequest) -> [Objection] {
        let seed = seedComplaint.map { Objection(isFatal: false, "the seed is left out: \($0)") }
        return [
            retirement, exactSize, transparency, quality(asked: request.quality), references(of: request), seed,
        ].compactMap(\.self)
    }

    private var retirement: Objection? {
        guard let retired = model.retired, retired <= block.today, GoogleService(block: block).isVendors else {
            return nil
        }
        return Objection(
            isFatal: false, isRetirement: true,
            "model \(model.name) has been switched off by its vendor on \(retired.day8601)",
            help: model.successor.map { "write model: \($0), its successor" })
    }

    private var exactSize: Objection? {
        guard case .size(let size) = recipe.shape else { return nil }
        return Objection(
            isFatal: true, "\(model.name) cannot draw exactly \(size): it takes a shape, not a size",
            help: "with aspect: in place of size: the nearest shape is taken and cut to yours")
    }

    private var transparency: Objection? {
        guard recipe.background == .transparent else { return nil }
        return Objection(isFatal: true, "\(model.name) cannot draw on a transparent background")
    }

    private func quality(asked: String?) -> Objection? {
        Objection.quality(asked, of: model.name, among: model.sizes)
    }

    private func references(of request: GenerationRequest) -> Objection? {
        let odd = Objection.references(
            of: request, model: model.name, most: model.mostReferences, types: [.png, .jpeg, .webp])
        if let odd { return odd }
        guard request.references.reduce(0, { $0 + $1.bytes.count }) <= Self.largestReferences else {
            return Objection(
                isFatal: true, "the reference pictures are too large: \(model.name) takes 15 MB of them altogether")
        }
        return nil
    }
}
