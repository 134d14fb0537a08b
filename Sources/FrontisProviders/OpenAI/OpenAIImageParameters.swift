import FrontisCore
import FrontisText

/// A request's parameters by the rules of its model (OpenAI's API description of 2026-08-21). A model that is
/// not in the table gets prompt, number, an exact size, and what the provider's block says.
struct OpenAIImageParameters {
    let model: ImageModel
    /// As candidates and the lock know it; nothing where nobody says which model it is.
    let modelName: String?
    let prompt: String
    /// Nothing where none is sent.
    let size: PictureSize?
    let quality: String?
    private let recipe: Recipe
    private let service: any OpenAIService
    private var block: ProviderBlock { service.block }

    init(_ request: GenerationRequest, service: any OpenAIService) {
        self.service = service
        recipe = request.recipe
        modelName = service.imageModel(pinned: request.model)
        model = service.facts(ofImageModel: modelName)
        prompt = Self.prompt(for: request.recipe)
        size = Self.size(for: request.recipe.shape, of: model)
        quality = Self.quality(for: request, of: model, block: service.block)
    }

    /// The negative prompt in words: the vendor has no place of its own for it.
    static func prompt(for recipe: Recipe) -> String {
        recipe.negative.map { "\(recipe.prompt)\n\nAvoid: \($0)" } ?? recipe.prompt
    }

    private static func size(for shape: PictureShape, of model: ImageModel) -> PictureSize? {
        switch (shape, model.sizes) {
        case (.size(let size), _): return size
        case (.aspect, .unknown): return nil
        case (.aspect(let aspect), .free): return FreeSize.nearest(to: aspect)
        case (.aspect(let aspect), .fixed(let sizes)):
            // In proportion, 1:2 is as far from 1:1 as 2:1 is; of equals the larger one.
            func distance(_ size: PictureSize) -> Double {
                let factor = size.ratio / aspect.ratio
                return max(factor, 1 / factor)
            }
            return sizes.min { (distance($0), -$0.pixels) < (distance($1), -$1.pixels) }
        }
    }

    /// The pin, else the block's if this model knows it, else what the table says.
    private static func quality(for request: GenerationRequest, of model: ImageModel, block: ProviderBlock) -> String? {
        if model.family == .unknown { return request.quality ?? block.text("quality") }
        return [request.quality, block.text("quality")].compactMap(\.self).first(where: model.qualities.contains)
            ?? model.defaultQuality
    }

    private var outputFormat: String { block.text("output-format") ?? "png" }

    private var background: String? { recipe.background?.rawValue ?? block.text("background") }

    /// As members of the JSON body, or parts of the form of an edit. Throws where a variable of `user` is unset.
    ///
    /// - Parameter sentModel: nothing where the address says which model is asked.
    func members(
        count: Int, sentModel: String?, isEdit: Bool = false
    ) throws(ProviderFailure) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = sentModel.map { [.init("model", .text($0))] } ?? []
        members += [.init("prompt", .text(prompt)), .init("n", .integer(count))]
        func add(_ name: String, _ value: String?) {
            if let value { members.append(.init(name, .text(value))) }
        }
        add("size", size?.description)
        add("quality", quality)
        switch model.family {
        case .dallE2:
            add("response_format", "b64_json")
        case .dallE3:
            add("style", block.text("style"))
            add("response_format", "b64_json")
        case .gptImage:
            add("background", background)
            // The form of an edit has no such field.
            if !isEdit { add("moderation", block.text("moderation")) }
            add("output_format", outputFormat)
            if outputFormat != "png", let percent = block.settings.integer("output-compression") {
                members.append(.init("output_compression", .integer(percent)))
            }
        case .unknown:
            add("style", block.text("style"))
            add("background", background)
            if !isEdit { add("moderation", block.text("moderation")) }
            add("output_format", block.text("output-format"))
        }
        add("user", try block.filledIn("user"))
        return members
    }
}

extension OpenAIImageParameters {
    /// What the model cannot do for the request, known beforehand.
    func objections(to request: GenerationRequest) -> [Objection] {
        [
            retirement, promptLength, exactSize, transparency, quality(asked: request.quality),
            references(of: request),
            recipe.seed == nil ? nil : Objection(isFatal: false, "the seed is left out: \(model.name) takes none"),
        ].compactMap(\.self) + service.objections(pinned: request.model, model: model)
    }

    private var retirement: Objection? {
        guard let retired = model.retired, retired <= block.today, service.keepsVendorsDates else { return nil }
        return Objection(
            isFatal: false, isRetirement: true,
            "model \(model.name) has been switched off by its vendor on \(retired.day8601)",
            help: model.successor.map { service.successorHelp($0) })
    }

    private var promptLength: Objection? {
        // The vendor counts code points.
        let length = prompt.unicodeScalars.count
        guard let limit = model.promptLimit, length > limit else { return nil }
        return Objection(
            isFatal: true, "the prompt has \(length) characters, and \(model.name) takes \(limit)",
            help: "the style's words and the negative prompt count as well")
    }

    private var exactSize: Objection? {
        guard case .size(let size) = recipe.shape else { return nil }
        switch model.sizes {
        case .unknown: return nil
        case .free:
            return FreeSize.complaint(about: size).map {
                Objection(isFatal: true, "\(model.name) cannot draw \(size): \($0)", help: Self.aspectHelp)
            }
        case .fixed(let sizes):
            if sizes.contains(size) { return nil }
            let known = sizes.map(\.description).joined(separator: ", ")
            return Objection(
                isFatal: true, "\(model.name) cannot draw \(size), only \(known)", help: Self.aspectHelp)
        }
    }

    private static let aspectHelp = "with aspect: in place of size: the nearest size is taken and cut to shape"

    private var transparency: Objection? {
        guard recipe.background == .transparent else { return nil }
        if model.canBeTransparent == false {
            return Objection(isFatal: true, "\(model.name) cannot draw on a transparent background")
        }
        if block.text("output-format") == "jpeg" {
            let formats = service.outputFormats.filter { $0 != "jpeg" }.joined(separator: " or ")
            return Objection(
                isFatal: true, "a transparent background needs output-format \(formats) of provider '\(block.name)'")
        }
        return nil
    }

    private func quality(asked: String?) -> Objection? {
        model.family == .unknown ? nil : Objection.quality(asked, of: model.name, among: model.qualities)
    }

    private func references(of request: GenerationRequest) -> Objection? {
        let odd = Objection.references(
            of: request, model: model.name, most: model.mostReferences, types: service.referenceTypes)
        if let odd { return odd }
        for reference in request.references {
            guard reference.bytes.count < 50_000_000 else {
                return Objection(
                    isFatal: true, "reference picture \(reference.fileName) is too large: \(model.name) takes 50 MB")
            }
        }
        return nil
    }
}
