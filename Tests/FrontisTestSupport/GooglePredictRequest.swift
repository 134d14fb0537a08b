/// A request for pictures by `:predict` that follows Imagen's rules; making one from anything else throws the vendor's
/// complaint.
struct GooglePredictRequest {
    var model: GoogleModel
    var prompt: String
    var count: Int
    var aspect: String
    var explains: Bool
    var rewords: Bool

    /// - Parameter isVertex: the Gemini API takes fewer parameters.
    init(_ request: VendorRequest, model: GoogleModel, isVertex: Bool) throws(GoogleError) {
        let body = try GoogleMembers(
            request.json, at: "body", known: isVertex ? ["instances", "parameters", "labels"] : ["instances", "parameters"])
        let instances = try body.list("instances")
        guard instances.count == 1 else { throw .invalid("instances", "expected one") }
        let instance = try GoogleMembers(instances[0], at: "instances[0]", known: ["prompt"])
        guard let prompt = try instance.text("prompt"), !prompt.isEmpty else {
            throw .invalid("instances[0].prompt", "expected a string that is not empty")
        }
        var known: Set<String> = [
            "sampleCount", "aspectRatio", "guidanceScale", "safetySetting", "personGeneration",
            "includeSafetyAttributes", "includeRaiReason", "language", "outputOptions",
        ]
        if !model.sizes.isEmpty { known.insert("sampleImageSize") }
        if isVertex {
            known.formUnion(["seed", "addWatermark", "storageUri"])
            if model.takesNegative { known.insert("negativePrompt") }
            if model.takesEnhancement { known.insert("enhancePrompt") }
        }
        let parameters = try GoogleMembers(body["parameters"], at: "parameters", known: known)
        count = try parameters.integer("sampleCount", 1...model.mostSamples) ?? 4
        aspect = try parameters.choice("aspectRatio", ["1:1", "3:4", "4:3", "9:16", "16:9"]) ?? "1:1"
        _ = try parameters.text("negativePrompt")
        try parameters.number("guidanceScale", 0...500)
        try parameters.choice(
            "safetySetting",
            [
                "block_low_and_above", "block_medium_and_above", "block_only_high", "block_none", "block_most",
                "block_some", "block_few", "block_fewest",
            ], anyCase: true)
        try parameters.choice("personGeneration", ["dont_allow", "allow_adult", "allow_all"], anyCase: true)
        try parameters.choice("language", ["auto", "en", "hi", "ja", "ko", "zh", "zh-CN", "zh-TW", "pt", "es"])
        try parameters.choice("sampleImageSize", model.sizes)
        explains = try parameters.flag("includeRaiReason") ?? false
        _ = try parameters.flag("includeSafetyAttributes")
        let watermark = try parameters.flag("addWatermark") ?? true
        let seed = try parameters.integer("seed", 0...Int(UInt32.max))
        if seed != nil, watermark {
            throw GoogleError(message: "Seed is not supported when watermark is enabled.")
        }
        if parameters["storageUri"] != nil { throw .invalid("parameters.storageUri", "no bucket is expected here") }
        if let options = parameters["outputOptions"] {
            let reader = try GoogleMembers(
                options, at: "parameters.outputOptions", known: ["mimeType", "compressionQuality"])
            let type = try reader.choice("mimeType", ["image/png", "image/jpeg"])
            if try reader.integer("compressionQuality", 0...100) != nil, type != "image/jpeg" {
                throw .invalid("parameters.outputOptions.compressionQuality", "only for image/jpeg")
            }
        }
        rewords = try parameters.flag("enhancePrompt") ?? false
        self.model = model
        self.prompt = prompt
    }
}
