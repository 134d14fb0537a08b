/// A request for pictures that follows OpenAI's rules; making one from anything else throws the vendor's complaint.
struct OpenAIImageRequest {
    var model: OpenAIImageModel
    var prompt: String
    var count: Int
    var width: Int
    var height: Int
    var size: String
    var quality: String
    var background: String
    /// Addresses instead of base64: what DALL-E does unless asked otherwise.
    var wantsAddresses: Bool
    var referenceCount: Int

    /// Takes the body of `/images/generations`.
    init(generation request: VendorRequest, isGateway: Bool) throws(OpenAIError) {
        guard request.mediaType == "application/json" else {
            throw OpenAIError(
                message: "Unsupported content type: '\(request.mediaType)'.", code: "unsupported_content_type")
        }
        guard let members = request.json?.object else {
            throw OpenAIError(message: "We could not parse the JSON body of your request.")
        }
        try self.init(members, referenceCount: 0, isGateway: isGateway)
    }

    /// Takes the form of `/images/edits`.
    init(edit request: VendorRequest, isGateway: Bool) throws(OpenAIError) {
        guard let form = VendorMultipart(body: request.body, contentType: request.header("content-type") ?? "") else {
            throw OpenAIError(message: "We could not parse the multipart form of your request.")
        }
        var members: [String: VendorJSON] = [:]
        var pictures: [VendorMultipart.Part] = []
        for part in form.parts {
            if part.name == "image" || part.name == "image[]" {
                pictures.append(part)
            } else if members[part.name] != nil {
                throw OpenAIError(message: "Duplicate parameter: '\(part.name)'.", parameter: part.name)
            } else if ["n", "output_compression"].contains(part.name) {
                guard let number = Int(part.text) else { throw .type(of: part.name, expected: "an integer") }
                members[part.name] = .number(Double(number))
            } else {
                members[part.name] = .string(part.text)
            }
        }
        guard !pictures.isEmpty else { throw .missing("image") }
        guard pictures.count == 1 || pictures.allSatisfy({ $0.name == "image[]" }) else {
            throw OpenAIError(message: "Duplicate parameter: 'image'. Use 'image[]'.", parameter: "image")
        }
        guard pictures.count <= 16 else { throw OpenAIError(message: "Too many images.", parameter: "image") }
        for picture in pictures {
            guard let type = PictureMagic.mediaType(of: picture.bytes), type != "image/gif", picture.fileName != nil,
                picture.contentType == type, picture.bytes.count < 50 << 20
            else {
                throw OpenAIError(
                    message: "Invalid file 'image': unsupported mimetype ('\(picture.contentType ?? "none")').",
                    parameter: "image", code: "unsupported_file_mimetype")
            }
        }
        try self.init(members, referenceCount: pictures.count, isGateway: isGateway)
        guard model.family == .gptImage else {
            throw .value(model.name, of: "model", allowed: "gpt-image-2")
        }
    }

    private init(_ members: [String: VendorJSON], referenceCount: Int, isGateway: Bool) throws(OpenAIError) {
        let reader = OpenAIMembers(members)
        guard let name = try reader.text("model") else { throw .missing("model") }
        guard let model = OpenAIImageModel.named(name), !model.isRetired || isGateway else { throw .noModel(name) }
        guard let prompt = try reader.text("prompt") else { throw .missing("prompt") }
        guard !prompt.isEmpty else {
            throw OpenAIError(
                message: "Invalid 'prompt': string too short.", parameter: "prompt", code: "string_too_short")
        }
        guard prompt.unicodeScalars.count <= model.promptLimit else {
            throw OpenAIError(
                message: "Invalid 'prompt': string too long. Expected a string with maximum length "
                    + "\(model.promptLimit).", parameter: "prompt", code: "string_above_max_length")
        }
        try reader.refuseOthers(than: Self.members(of: model.family, isEdit: referenceCount > 0))
        try reader.choice("moderation", ["low", "auto"])
        try reader.choice("style", ["vivid", "natural"])
        try reader.choice("input_fidelity", ["high", "low"])
        let responseFormat = try reader.choice("response_format", ["url", "b64_json"])
        let background = try reader.choice("background", ["transparent", "opaque", "auto"]) ?? "auto"
        let format = try reader.choice("output_format", ["png", "jpeg", "webp"]) ?? "png"
        let compression = try reader.integer("output_compression", 0...100)
        if compression != nil, format == "png" {
            throw OpenAIError(
                message: "Compression less than 100 is not supported for PNG output format",
                parameter: "output_compression", code: "invalid_value")
        }
        if background == "transparent", !model.takesTransparency || format == "jpeg" {
            throw .value("transparent", of: "background", allowed: "opaque, auto")
        }
        _ = try reader.text("user")
        _ = try reader.text("safety_identifier")
        let isSingle = model.family == .dallE3
        let size = try reader.text("size") ?? (model.family == .gptImage ? "auto" : "1024x1024")
        let pixels = try model.pixels(of: size)
        let asked = try reader.choice("quality", model.qualities)

        self.model = model
        self.prompt = prompt
        self.count = try reader.integer("n", 1...(isSingle ? 1 : 10)) ?? 1
        (self.width, self.height, self.size) = (pixels.width, pixels.height, "\(pixels.width)x\(pixels.height)")
        let usual = model.family == .gptImage ? "medium" : "standard"
        self.quality = asked.flatMap { $0 == "auto" ? nil : $0 } ?? usual
        self.background = background == "transparent" ? "transparent" : "opaque"
        self.wantsAddresses = model.family != .gptImage && responseFormat != "b64_json"
        self.referenceCount = referenceCount
    }

    /// The members that a family takes. `stream` is left out: nothing here asks for a stream.
    private static func members(of family: OpenAIImageModel.Family, isEdit: Bool) -> Set<String> {
        let common: Set<String> = ["model", "prompt", "n", "size", "user"]
        switch family {
        case .dallE2: return common.union(["response_format"])
        case .dallE3: return common.union(["response_format", "quality", "style"])
        case .gptImage:
            return common.union([
                "quality", "background", "moderation", "output_format", "output_compression", "safety_identifier",
            ]).union(isEdit ? ["input_fidelity"] : [])
        }
    }
}
