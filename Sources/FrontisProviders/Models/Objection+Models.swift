import FrontisCore

/// What models of every vendor may lack.
extension Objection {
    /// A quality that was asked for by a pin, and is none of the model's.
    static func quality(_ asked: String?, of model: String, among known: [String]) -> Objection? {
        guard let asked, !known.contains(asked) else { return nil }
        if known.isEmpty { return Objection(isFatal: false, "quality '\(asked)' is left out: \(model) takes none") }
        return Objection(
            isFatal: true, "\(model) has no quality '\(asked)'\(Suggestion.clause(for: asked, among: known))",
            help: "qualities: \(known.joined(separator: ", "))")
    }

    /// More reference pictures than the model takes, or such as it does not take.
    ///
    /// - Parameter types: their names stand in the message in this order.
    static func references(
        of request: GenerationRequest, model: String, most: Int, types: [MediaType]
    ) -> Objection? {
        let count = max(request.recipe.references.count, request.references.count)
        guard count > 0 else { return nil }
        guard most > 0 else { return Objection(isFatal: true, "\(model) takes no reference pictures") }
        guard count <= most else {
            return Objection(isFatal: true, "\(model) takes \(most) reference pictures, and these are \(count)")
        }
        guard let odd = request.references.first(where: { !types.contains($0.mediaType) }) else { return nil }
        let names = types.contains(.webp) ? "PNG, JPEG or WebP" : "PNG or JPEG"
        return Objection(isFatal: true, "reference picture \(odd.fileName) must be \(names) for \(model)")
    }
}
