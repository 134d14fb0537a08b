import FrontisCore
import FrontisStore
import FrontisText

/// Dark companions: a slot beside each that asks for one, with a recipe that is the light one's but for the prompt.
extension SlotCollector {
    /// The companion of a light slot; nothing where its entry asks for none.
    ///
    /// Shape, background, seed, negative prompt and pins are the light one's. Its reference pictures are not asked for
    /// again: the light picture, which is sent along, has followed them already.
    func dark(of light: Slot, _ diagnostics: inout [Diagnostic]) -> Slot? {
        guard let dark = light.request.dark else { return nil }
        var filled = light.filledPrompt
        var prompt = DarkPrompt.derived(from: light.recipe.prompt)
        if let own = dark.prompt {
            let (text, unknown) = fill(own, from: light.about)
            if let unknown {
                diagnostics.append(
                    Diagnostic(
                        .aiImageValue, "'\(unknown)' cannot be filled into a prompt", at: dark.location,
                        in: dark.sourceLine, help: "{{title}} and {{description}} can"))
                return nil
            }
            filled = text
            let style = light.style.flatMap { configuration.styles[$0] } ?? SiteConfiguration.Style()
            let words = [style.prefix, text].compactMap(\.self).joined(separator: " ")
            prompt = [words, style.suffix].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
        }
        let recipe = Recipe(
            prompt: prompt, negative: light.recipe.negative, shape: light.recipe.shape,
            background: light.recipe.background, seed: light.recipe.seed, light: light.key)
        let id = light.id.dark
        var request = light.request
        request.name = id.name
        request.prompt = Located(dark.prompt ?? light.request.prompt.value, at: dark.location)
        request.sourceLine = dark.sourceLine
        request.isAutomatic = false
        request.references = []
        (request.dark, request.candidates, request.alt, request.caption) = (nil, nil, nil, nil)
        let asked: [String: JSONValue] = [
            "dark": dark.prompt.map { .text(Recipe.normalized($0)) } ?? .flag(true), "light": .text(light.asked.hex),
        ]
        // The light picture's text serves for both, so that it is needed in no language.
        var slot = Slot(
            id: id, request: request, filledPrompt: filled, style: light.style, recipe: recipe, key: recipe.key,
            asked: Digest.of(JSONValue.sorted(asked).compactText), provider: light.provider,
            languages: [], about: PageText(title: light.about.title, summary: light.about.summary))
        slot.light = Slot.Light(id: light.id, recipe: light.recipe, key: light.key)
        return slot
    }
}
