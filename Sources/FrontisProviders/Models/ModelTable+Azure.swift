import FrontisCore

/// OpenAI's models as Azure has them: the same limits, other dates, and other prices for DALL-E.
///
/// Sources: Azure's schedule of retirements of 2026-08, its page on DALL-E 2 of 2026-04-23 and a copy of that on
/// DALL-E 3; prices of litellm 1.109.1.
extension ModelTable {
    /// Nothing is known of a name that is not in the table.
    static func azureImage(_ name: String) -> ImageModel {
        var model = image(name)
        if model.family == .unknown { return model }
        model.retired = azureImageEnds.first { isNamed(name, $0.name) }?.day
        model.successor = isNamed(name, "gpt-image-2") ? nil : "gpt-image-2"
        if case .dallE3 = model.family {
            model.pricing = .perPicture([
                .init(quality: "hd", size: "1024x1024", usd: 0.088), .init(quality: "hd", size: nil, usd: 0.132),
                .init(quality: nil, size: "1024x1024", usd: 0.044), .init(quality: nil, size: nil, usd: 0.088),
            ])
        }
        return model
    }

    /// Nothing for a model that is not in the table.
    static func azureChat(_ name: String) -> ChatModel? {
        guard var model = chat(name) else { return nil }
        model.retired = isNamed(name, "gpt-4o") ? "2026-10-01" : nil
        return model
    }

    private static let azureImageEnds = [
        (name: "dall-e-2", day: "2025-01-27"), (name: "dall-e-3", day: "2026-03-04"),
        (name: "gpt-image-1", day: "2026-10-23"), (name: "gpt-image-1-mini", day: "2027-04-07"),
        (name: "gpt-image-1.5", day: "2026-12-16"), (name: "gpt-image-2", day: "2027-04-21"),
    ]
}
