/// Where the picture of a place comes from.
package enum PictureSource: Sendable {
    case slot(SlotID, ImageRequest)
    /// Of a file, as the page writes it.
    case address(String)
}

extension PageHead {
    /// The rule by which a name stands for a picture: what the page asks for itself comes first, then a file that its
    /// front matter names, then what the page that it translates asks for.
    ///
    /// - Parameter original: the page that it translates.
    package func picture(called name: SlotName, original: PageHead?) -> PictureSource? {
        if let own = request(called: name) { return .slot(SlotID(source: source, name: name), own) }
        if name == .hero, let existing = existingHero { return .address(existing.address) }
        guard let original, let request = original.request(called: name) else { return nil }
        return .slot(SlotID(source: original.source, name: name), request)
    }

    private func request(called name: SlotName) -> ImageRequest? { imageRequests.first { $0.name == name } }
}
