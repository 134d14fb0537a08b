import Foundation

/// A request by `:generateContent` that follows Gemini's rules; making one from anything else throws the vendor's
/// complaint.
struct GoogleContentRequest {
    var model: GoogleModel
    var instruction: String?
    var texts: [String]
    var pictures: [[UInt8]]
    var wantsPicture: Bool
    var aspect: String
    var size: String
    var tokenLimit: Int
    /// Members of the answer's schema; nothing where the answer may be any text.
    var schema: [String]?

    init(_ request: VendorRequest, model: GoogleModel, isVertex: Bool) throws(GoogleError) {
        let body = try GoogleMembers(
            request.json, at: "body", known: ["contents", "systemInstruction", "generationConfig", "safetySettings"])
        texts = []
        pictures = []
        for (index, value) in try body.list("contents").enumerated() {
            let path = "contents[\(index)]"
            let content = try GoogleMembers(value, at: path, known: ["role", "parts"])
            guard try content.choice("role", ["user", "model"]) != nil else { throw .invalid(path + ".role", "missing") }
            for value in try content.list("parts") {
                let part = try GoogleMembers(value, at: path + ".parts", known: ["text", "inlineData"])
                if let text = try part.text("text") {
                    texts.append(text)
                } else {
                    pictures.append(try Self.picture(part["inlineData"]))
                }
            }
        }
        guard !texts.isEmpty else { throw .invalid("contents", "expected a text") }
        if let value = body["systemInstruction"] {
            let system = try GoogleMembers(value, at: "systemInstruction", known: ["role", "parts"])
            let part = try GoogleMembers(try system.list("parts")[0], at: "systemInstruction.parts", known: ["text"])
            instruction = try part.text("text")
        }
        var known: Set<String> = ["maxOutputTokens", "temperature", "topP", "topK", "seed", "candidateCount"]
        known.formUnion(
            model.family == .image ? ["responseModalities", "imageConfig"] : ["responseMimeType", "responseSchema"])
        let configuration = try GoogleMembers(body["generationConfig"], at: "generationConfig", known: known)
        tokenLimit = try configuration.integer("maxOutputTokens", 1...65_536) ?? 65_536
        try configuration.number("temperature", 0...2)
        wantsPicture = model.family == .image
        (aspect, size) = ("1:1", "1K")
        if wantsPicture {
            let modalities = try configuration.list("responseModalities").compactMap(\.string)
            guard modalities.contains("IMAGE"), Set(modalities).isSubset(of: ["IMAGE", "TEXT"]) else {
                throw .invalid("generationConfig.responseModalities", "expected IMAGE")
            }
            (aspect, size) = try Self.image(configuration["imageConfig"], of: model, isVertex: isVertex)
        }
        if let type = try configuration.text("responseMimeType"), type != "application/json" {
            throw .invalid("generationConfig.responseMimeType", "expected application/json")
        }
        if let value = configuration["responseSchema"] {
            guard configuration["responseMimeType"] != nil else {
                throw .invalid("generationConfig.responseSchema", "needs responseMimeType application/json")
            }
            schema = try Self.members(of: value)
        }
        self.model = model
    }

    private static func picture(_ value: VendorJSON?) throws(GoogleError) -> [UInt8] {
        let path = "contents.parts.inlineData"
        let data = try GoogleMembers(value, at: path, known: ["mimeType", "data"])
        guard let text = try data.text("data"), let bytes = Data(base64Encoded: text),
            let type = PictureMagic.mediaType(of: Array(bytes)), type != "image/gif", try data.text("mimeType") == type
        else { throw GoogleError(message: "Unable to process input image. Please retry or report in the forum.") }
        return Array(bytes)
    }

    private static func image(
        _ value: VendorJSON?, of model: GoogleModel, isVertex: Bool
    ) throws(GoogleError) -> (aspect: String, size: String) {
        guard let value else { return ("1:1", "1K") }
        var known: Set<String> = ["aspectRatio"]
        if !model.sizes.isEmpty { known.insert("imageSize") }
        if isVertex { known.formUnion(["personGeneration", "imageOutputOptions"]) }
        let image = try GoogleMembers(value, at: "generationConfig.imageConfig", known: known)
        let aspects = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"]
        try image.choice("personGeneration", ["ALLOW_ALL", "ALLOW_ADULT", "ALLOW_NONE"])
        return (
            try image.choice("aspectRatio", aspects) ?? "1:1", try image.choice("imageSize", model.sizes) ?? "1K"
        )
    }

    /// Of an object whose members are all required texts and flags.
    private static func members(of value: VendorJSON) throws(GoogleError) -> [String] {
        let path = "generationConfig.responseSchema"
        let schema = try GoogleMembers(value, at: path, known: ["type", "properties", "required", "propertyOrdering"])
        guard try schema.choice("type", ["OBJECT"]) != nil, let properties = schema["properties"]?.object else {
            throw .invalid(path, "expected an object with properties")
        }
        let names = properties.keys.sorted()
        for (name, property) in properties.sorted(by: { $0.key < $1.key }) {
            let reader = try GoogleMembers(property, at: "\(path).\(name)", known: ["type"])
            guard try reader.choice("type", ["STRING", "BOOLEAN"]) != nil else { throw .invalid(path, "a type is missing") }
        }
        for list in ["required", "propertyOrdering"] {
            guard try schema.list(list).compactMap(\.string).sorted() == names else {
                throw .invalid("\(path).\(list)", "expected every property")
            }
        }
        return names
    }
}
