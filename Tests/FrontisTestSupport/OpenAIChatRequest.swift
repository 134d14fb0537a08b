import Foundation

/// A conversation about pictures that follows OpenAI's rules; making one from anything else throws the vendor's
/// complaint.
struct OpenAIChatRequest {
    struct Picture {
        var bytes: [UInt8]
        var detail: String
    }

    /// A model, and US dollars for a million tokens in and out.
    struct Model {
        var name: String
        var input: Double
        var output: Double

        /// Reasoning models refuse `max_tokens` and a temperature of one's own.
        var reasons: Bool { name.hasPrefix("gpt-5") || name.hasPrefix("gpt-6") }

        /// How a picture counts: so many tokens and so many for each tile of 512 pixels, or so many for each patch of
        /// 32, of which a model sees so many.
        enum Vision {
            case tiles(base: Int, each: Int)
            case patches(factor: Double, most: Int)
        }

        var vision: Vision

        static let all =
            [
                Model(name: "gpt-4o", input: 2.5, output: 10, vision: .tiles(base: 85, each: 170)),
                Model(name: "gpt-4o-mini", input: 0.15, output: 0.6, vision: .tiles(base: 2833, each: 5667)),
                Model(name: "gpt-4.1", input: 2, output: 8, vision: .tiles(base: 85, each: 170)),
                Model(name: "gpt-4.1-mini", input: 0.4, output: 1.6, vision: .patches(factor: 1.62, most: 1536)),
                Model(name: "gpt-5-mini", input: 0.25, output: 2, vision: .patches(factor: 1.2, most: 1536)),
            ]
            + [
                ("gpt-5.4", 2.5, 15), ("gpt-5.4-mini", 0.75, 4.5), ("gpt-5.6-luna", 0.2, 1.2),
                ("gpt-6-luna", 0.1, 0.5), ("gpt-6-sol", 2, 10),
            ].map { Model(name: $0.0, input: $0.1, output: $0.2, vision: .patches(factor: 1.2, most: 2500)) }

        /// Tokens of a picture, by the vendor's documents where there are some, else by what was measured.
        func tokens(of picture: Picture) -> Int {
            let size = PictureMagic.size(of: picture.bytes) ?? (1024, 1024)
            var (width, height) = (Double(size.width), Double(size.height))
            switch vision {
            case .tiles(let base, let each):
                guard picture.detail != "low" else { return base }
                let fit = min(1, 2048 / max(width, height))
                (width, height) = (width * fit, height * fit)
                let shorter = min(1, 768 / min(width, height))
                (width, height) = (width * shorter, height * shorter)
                return base + each * Int((width / 512).rounded(.up)) * Int((height / 512).rounded(.up))
            case .patches(let factor, let most):
                let patches = Int((width / 32).rounded(.up)) * Int((height / 32).rounded(.up))
                return Int(Double(min(patches, most)) * factor)
            }
        }
    }

    var model: Model
    /// All text, in order.
    var texts: [String]
    var pictures: [Picture]
    var wantsJSON: Bool
    var tokenLimit: Int

    init(_ request: VendorRequest) throws(OpenAIError) {
        guard request.mediaType == "application/json" else {
            throw OpenAIError(
                message: "Unsupported content type: '\(request.mediaType)'.", code: "unsupported_content_type")
        }
        guard let members = request.json?.object else {
            throw OpenAIError(message: "We could not parse the JSON body of your request.")
        }
        let reader = OpenAIMembers(members)
        guard let name = try reader.text("model") else { throw .missing("model") }
        guard let model = Model.all.first(where: { $0.name == name }) else { throw .noModel(name) }
        self.model = model
        try reader.refuseOthers(than: [
            "model", "messages", "max_tokens", "max_completion_tokens", "temperature", "response_format", "n", "user",
            "store", "safety_identifier", "reasoning_effort", "seed",
        ])
        if model.reasons {
            if reader["max_tokens"] != nil {
                throw OpenAIError(
                    message: "Unsupported parameter: 'max_tokens' is not supported with this model. "
                        + "Use 'max_completion_tokens' instead.",
                    parameter: "max_tokens", code: "unsupported_parameter")
            }
            if let temperature = reader["temperature"], temperature != 1 {
                throw OpenAIError(
                    message: "Unsupported value: 'temperature' does not support this value with this model.",
                    parameter: "temperature", code: "unsupported_value")
            }
        } else if reader["reasoning_effort"] != nil {
            throw .unknownParameter("reasoning_effort")
        }
        if let temperature = reader["temperature"], !(0...2).contains(temperature.number ?? -1) {
            throw .value(temperature.text, of: "temperature", allowed: "0 to 2")
        }
        try reader.choice("reasoning_effort", ["none", "minimal", "low", "medium", "high"])
        _ = try reader.text("user")
        _ = try reader.text("safety_identifier")
        _ = try reader.integer("n", 1...1)
        _ = try reader.integer("seed", Int.min...Int.max)
        if let store = reader["store"], store.bool == nil { throw .type(of: "store", expected: "a boolean") }
        let limits = 1...128_000
        let completion = try reader.integer("max_completion_tokens", limits)
        let tokens = try reader.integer("max_tokens", limits)
        if completion != nil, tokens != nil {
            throw OpenAIError(
                message: "Set 'max_tokens' or 'max_completion_tokens', not both.", parameter: "max_tokens")
        }
        self.tokenLimit = completion ?? tokens ?? limits.upperBound
        self.wantsJSON = try Self.wantsJSON(reader["response_format"])
        (self.texts, self.pictures) = try Self.content(of: reader["messages"])
    }

    // MARK: Messages

    private static func content(
        of messages: VendorJSON?
    ) throws(OpenAIError) -> (texts: [String], pictures: [Picture]) {
        guard let messages else { throw .missing("messages") }
        guard let list = messages.array, !list.isEmpty else { throw .type(of: "messages", expected: "an array") }
        var texts: [String] = []
        var pictures: [Picture] = []
        for (index, value) in list.enumerated() {
            let path = "messages[\(index)]"
            let message = try OpenAIMembers(value, at: path)
            try message.refuseOthers(than: ["role", "content", "name"])
            guard let role = try message.choice("role", ["system", "developer", "user", "assistant"]) else {
                throw .missing(path + ".role")
            }
            guard let content = message["content"] else { throw .missing(path + ".content") }
            if let text = content.string {
                texts.append(text)
                continue
            }
            guard let parts = content.array, !parts.isEmpty else {
                throw .type(of: path + ".content", expected: "a string or an array of objects")
            }
            for (place, value) in parts.enumerated() {
                let partPath = "\(path).content[\(place)]"
                let part = try OpenAIMembers(value, at: partPath)
                guard let type = try part.choice("type", role == "user" ? ["text", "image_url"] : ["text"]) else {
                    throw .missing(partPath + ".type")
                }
                try part.refuseOthers(than: ["type", type])
                if type == "text" {
                    guard let text = try part.text("text") else { throw .missing(partPath + ".text") }
                    texts.append(text)
                } else {
                    pictures.append(try picture(part["image_url"], at: partPath + ".image_url"))
                }
            }
        }
        return (texts, pictures)
    }

    private static func picture(_ value: VendorJSON?, at path: String) throws(OpenAIError) -> Picture {
        let reader = try OpenAIMembers(value, at: path)
        try reader.refuseOthers(than: ["url", "detail"])
        let detail = try reader.choice("detail", ["auto", "low", "high", "original"])
        guard let url = try reader.text("url") else { throw .missing(path + ".url") }
        let invalid = OpenAIError(
            message: "You uploaded an unsupported image. Please make sure your image has of one the following "
                + "formats: ['png', 'jpeg', 'gif', 'webp'].", parameter: path + ".url", code: "invalid_image_format")
        guard url.hasPrefix("data:"), let comma = url.firstIndex(of: ","), url[..<comma].hasSuffix(";base64") else {
            throw invalid
        }
        let declared = url[..<comma].dropFirst("data:".count).dropLast(";base64".count)
        guard let data = Data(base64Encoded: String(url[url.index(after: comma)...])) else { throw invalid }
        let bytes = Array(data)
        // The declared type has to be the real one: a vendor would guess, a test must not.
        guard let type = PictureMagic.mediaType(of: bytes), type == declared else { throw invalid }
        return Picture(bytes: bytes, detail: detail ?? "auto")
    }

    // MARK: Structured answers

    private static func wantsJSON(_ value: VendorJSON?) throws(OpenAIError) -> Bool {
        guard let value else { return false }
        let reader = try OpenAIMembers(value, at: "response_format")
        guard let type = try reader.choice("type", ["text", "json_object", "json_schema"]) else {
            throw .missing("response_format.type")
        }
        guard type == "json_schema" else {
            try reader.refuseOthers(than: ["type"])
            return type != "text"
        }
        try reader.refuseOthers(than: ["type", "json_schema"])
        let path = "response_format.json_schema"
        let format = try OpenAIMembers(reader["json_schema"], at: path)
        try format.refuseOthers(than: ["name", "description", "schema", "strict"])
        guard let name = try format.text("name") else { throw .missing(path + ".name") }
        guard (1...64).contains(name.utf8.count),
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") })
        else { throw .value(name, of: path + ".name", allowed: "^[a-zA-Z0-9_-]{1,64}$") }
        guard let schema = format["schema"] else { throw .missing(path + ".schema") }
        if format["strict"] == true {
            guard schema["type"]?.string == "object" else { throw invalidSchema("schema must be of type 'object'") }
            try checkStrict(schema)
        }
        return true
    }

    private static func invalidSchema(_ why: String) -> OpenAIError {
        OpenAIError(
            message: "Invalid schema for response_format: \(why).", parameter: "response_format",
            code: "invalid_json_schema")
    }

    /// Strict schemas name every property as required and take no others, at every level.
    private static func checkStrict(_ schema: VendorJSON) throws(OpenAIError) {
        if let items = schema["items"] { try checkStrict(items) }
        guard schema["type"]?.string == "object" else { return }
        guard let properties = schema["properties"]?.object else { throw invalidSchema("'properties' is required") }
        guard schema["additionalProperties"] == false else {
            throw invalidSchema("'additionalProperties' is required to be supplied and to be false")
        }
        let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
        guard required == Set(properties.keys) else {
            throw invalidSchema("'required' is required to be an array including every key in properties")
        }
        for (_, property) in properties { try checkStrict(property) }
    }
}
