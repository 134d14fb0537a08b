package import FrontisCore

/// Reads `ai-image` and `ai-images`.
package enum ImageRequestReader {
    static let keys = [
        "prompt", "style", "negative", "aspect", "size", "background", "seed", "reference", "candidates", "provider",
        "model", "quality", "alt", "caption", "dark", "focus", "variants",
    ]

    package static func requests(in root: SourceNode, reader: inout NodeReader) -> [ImageRequest] {
        var requests: [ImageRequest] = []
        if let node = root["ai-image"], let request = request(node, name: .hero, key: "ai-image", &reader) {
            requests.append(request)
        }
        if let node = root["ai-images"] {
            switch node.content {
            case .null: break
            case .map(let entries):
                for entry in entries {
                    guard SlotName.isGivable(entry.key.value) else {
                        reader.report(
                            .aiImageValue, "'\(entry.key.value)' cannot name a picture", at: entry.key.location,
                            help: "use letters, digits, '-' and '_', and not 'hero' or a name that begins with 'ai-'")
                        continue
                    }
                    let key = "ai-images.\(entry.key.value)"
                    if let request = request(entry.node, name: .named(entry.key.value), key: key, &reader) {
                        requests.append(request)
                    }
                }
            default:
                reader.report(
                    .aiImageType, "ai-images must be a map of names to prompts, not \(node.kind)", at: node.location)
            }
        }
        return requests
    }

    private static func request(
        _ node: SourceNode, name: SlotName, key: String, _ reader: inout NodeReader
    ) -> ImageRequest? {
        guard !declines(node) else { return nil }
        switch node.content {
        case .null:
            return nil
        case .text(let text) where node.answer == nil:
            return prompt(text, at: node, name: name, key: key, &reader)
        case .map:
            return request(fromMap: node, name: name, key: key, &reader)
        default:
            reader.report(
                .aiImageType,
                "\(key) must be a prompt, false or a map, not \(node.answer == nil ? node.kind : "'\(node.literal.trimmed)'")",
                at: node.location,
                help: "\(key): A night train crossing a stone viaduct")
            return nil
        }
    }

    /// Whoever writes the word wants no picture of it.
    private static func declines(_ node: SourceNode) -> Bool {
        node.answer == false || node.literal.trimmed.lowercased() == "none"
    }

    private static func prompt(
        _ text: String, at node: SourceNode, name: SlotName, key: String, _ reader: inout NodeReader
    ) -> ImageRequest? {
        guard !Recipe.normalized(text).isEmpty else {
            reader.report(
                .aiImageEmptyPrompt, "the prompt of \(key) is empty", at: node.location,
                help: "say what the picture shows, or write '\(key): false' for no picture")
            return nil
        }
        var request = ImageRequest(
            name: name, prompt: Located(text, at: node.location), sourceLine: reader.line(of: node))
        request.isAutomatic = text.trimmed.lowercased() == "auto"
        if request.isAutomatic { request.prompt.value = "auto" }
        return request
    }

    private static func request(
        fromMap node: SourceNode, name: SlotName, key: String, _ reader: inout NodeReader
    ) -> ImageRequest? {
        reader.checkKeys(of: node, known: keys, in: key, id: .aiImageUnknownKey)
        guard let promptNode = node["prompt"] else {
            reader.report(
                .aiImageEmptyPrompt, "\(key) has no prompt", at: node.location,
                help: "say what the picture shows: prompt: A night train crossing a stone viaduct")
            return nil
        }
        switch promptNode.content {
        case .text where promptNode.answer == nil: break
        case .null: break
        case .text, .flag:
            reader.report(
                .aiImageType,
                "the prompt of \(key) must say what the picture shows, not '\(promptNode.literal.trimmed)'",
                at: promptNode.location, help: "for no picture write '\(key): false'")
            return nil
        default:
            reader.report(
                .aiImageType, "the prompt of \(key) must be text, not \(promptNode.kind)", at: promptNode.location,
                help: "put it in quotes if it is meant as text")
            return nil
        }
        guard var request = prompt(promptNode.literal, at: promptNode, name: name, key: key, &reader) else {
            return nil
        }
        func located(_ key: String) -> Located<String>? {
            reader.text(node[key], key, id: .aiImageValue).flatMap { text in
                node[key].map { Located(text, at: $0.location) }
            }
        }
        request.style = located("style")
        request.provider = located("provider")
        request.negative = reader.text(node["negative"], "negative", id: .aiImageValue)
        request.model = reader.text(node["model"], "model", id: .aiImageValue)
        request.quality = reader.text(node["quality"], "quality", id: .aiImageValue)
        request.caption = reader.text(node["caption"], "caption", id: .aiImageValue)
        request.seed = reader.integer(node["seed"], "seed", in: 0...4_294_967_295, id: .aiImageValue)
        request.candidates = reader.integer(node["candidates"], "candidates", in: 1...10, id: .aiImageValue)
        if let alt = node["alt"] {
            // `alt:` with nothing after it is as likely a forgotten text as a decorative picture.
            if case .null = alt.content {
                reader.report(
                    .aiImageValue, "alt of \(key) says nothing", at: alt.location,
                    help: "write alt: \"\" for a picture that is only decoration, or leave the key out")
            } else {
                request.alt = reader.text(alt, "alt", id: .aiImageValue)
                request.altLocation = alt.location
                request.altLine = reader.line(of: alt)
            }
        }
        request.shape = shape(node, key: key, &reader)
        if let text = reader.text(node["background"], "background", id: .aiImageValue), let value = node["background"] {
            request.background = ImageRequest.Background(rawValue: text)
            if request.background == nil {
                reader.report(
                    .aiImageValue, "background must be opaque or transparent, not '\(text)'", at: value.location)
            }
        }
        request.references = reader.texts(node["reference"], "reference")
        request.isLeftAlone = reader.flag(node["variants"], "variants", id: .aiImageValue) == false
        request.focus = reader.focus(node["focus"], id: .aiImageValue)
        request.dark = dark(node["dark"], key: key, &reader)
        return request
    }

    private static func dark(
        _ node: SourceNode?, key: String, _ reader: inout NodeReader
    ) -> ImageRequest.DarkRequest? {
        guard let node else { return nil }
        func request(_ prompt: String?) -> ImageRequest.DarkRequest {
            .init(prompt: prompt, at: node.location, in: reader.line(of: node))
        }
        guard !declines(node) else { return nil }
        if node.answer == true { return request(nil) }
        switch node.content {
        case .null: return nil
        case .text(let text):
            guard Recipe.normalized(text).isEmpty else { return request(text) }
            reader.report(
                .aiImageEmptyPrompt, "the dark prompt of \(key) is empty", at: node.location,
                help: "say what the picture shows in dark mode, or write dark: true to have the prompt made from the "
                    + "light one's")
        default:
            reader.report(
                .aiImageValue, "dark of \(key) must be true, false or a prompt, not \(node.kind)", at: node.location,
                help: "dark: true, or what the picture shows in dark mode: dark: The viaduct by moonlight")
        }
        return nil
    }

    private static func shape(_ node: SourceNode, key: String, _ reader: inout NodeReader) -> PictureShape? {
        if let size = node["size"] {
            if let aspect = node["aspect"] {
                reader.report(.aiImageValue, "\(key) has a size, so its aspect says too much", at: aspect.location)
            }
            if let parsed = PictureSize(size.literal) { return .size(parsed) }
            reader.report(
                .aiImageValue, "size '\(size.literal)' is not a picture's size", at: size.location,
                help: "write width and height in pixels: size: 1536x864")
        } else if let aspect = node["aspect"] {
            if let parsed = Aspect(aspect.literal) { return .aspect(parsed) }
            reader.report(
                .aiImageValue, "aspect '\(aspect.literal)' is not a proportion", at: aspect.location,
                help: "write width and height with a colon: aspect: 16:9")
        }
        return nil
    }
}
