import FrontisCore

/// Says in words what differs between the recipe that a picture was made for and the one that is wanted now.
struct RecipeChange {
    /// The old recipe's members; empty where its manifest is gone.
    let old: [String: String]
    /// The prompt in the lock, which is there even then.
    let oldPrompt: String
    let slot: Slot

    private var new: Recipe { slot.recipe }

    /// For a slot whose own entry changed: `prompt changed from '…' to '…'`.
    var ofEntry: String {
        if oldPrompt != new.prompt { return "prompt changed from '\(oldPrompt)' to '\(new.prompt)'" }
        return parts.isEmpty ? "the entry changed" : parts.joined(separator: ", ")
    }

    /// For a slot whose entry is as it was: what of the configuration or of the page changed.
    var ofSurroundings: String {
        var reasons: [String] = []
        if oldPrompt != new.prompt {
            reasons.append(
                oldPrompt.contains(Recipe.normalized(slot.filledPrompt))
                    || slot.request.prompt.value == slot.filledPrompt
                    ? styleChanged : "title or description in its prompt changed")
        }
        for part in parts where !(reasons.contains(styleChanged) && part == styleChanged) { reasons.append(part) }
        return reasons.isEmpty ? "style, default or title changed" : reasons.joined(separator: ", ")
    }

    private var styleChanged: String { slot.style.map { "style '\($0)' changed" } ?? "the house style was taken away" }

    /// Everything but the prompt.
    private var parts: [String] {
        guard !old.isEmpty else { return [] }
        var parts: [String] = []
        let shape = old["aspect"] ?? old["size"]
        if let shape, shape != new.shape.text { parts.append("shape changed from \(shape) to \(new.shape.text)") }
        if old["negative"] != new.negative {
            parts.append(slot.request.negative == nil ? styleChanged : "what it should not show changed")
        }
        if old["background"] != new.background?.rawValue { parts.append("background changed") }
        if old["seed"] != new.seed.map(String.init) { parts.append("seed changed") }
        let references = "[" + new.references.map { "\"\($0.hex)\"" }.joined(separator: ",") + "]"
        if (old["references"] ?? "[]") != references { parts.append("a reference picture changed") }
        if old["light"] != new.light?.hex { parts.append("the light picture's recipe changed") }
        return parts
    }
}

extension PictureShape {
    fileprivate var text: String {
        switch self {
        case .aspect(let aspect): aspect.description
        case .size(let size): size.description
        }
    }
}
