/// A conversation that asks for the prompt of a picture. Stricter than the vendor: no picture, no member that such a
/// request has no use for, and a page that stays within its tags.
struct OpenAIPromptRequest {
    /// The name of the answer's schema.
    static let schemaName = "picture_prompt"
    /// Characters of all text together: a page's text is cut to 4,000.
    private static let longest = 9000

    var chat: OpenAIChatRequest
    /// The page's, as it stands in the question.
    var title: String
    /// The tag that the task asks to write in.
    var language: String

    static func isAskedFor(_ body: VendorJSON) -> Bool {
        body["response_format"]?["json_schema"]?["name"]?.string == schemaName
    }

    init(_ request: VendorRequest) throws(OpenAIError) {
        chat = try OpenAIChatRequest(request)
        let reader = try OpenAIMembers(request.json, at: "body")
        try reader.refuseOthers(than: [
            "model", "messages", "max_completion_tokens", "temperature", "response_format", "user",
        ])
        guard reader["max_completion_tokens"] != nil else { throw .missing("max_completion_tokens") }
        let schema: VendorJSON = [
            "type": "object", "properties": ["prompt": ["type": "string"]], "required": ["prompt"],
            "additionalProperties": false,
        ]
        let format = reader["response_format"]?["json_schema"]
        guard format?["strict"] == true, format?["schema"] == schema else {
            throw OpenAIError(
                message: "The schema of a prompt is strict and has the one member 'prompt'.",
                parameter: "response_format", code: "invalid_json_schema")
        }
        guard chat.pictures.isEmpty else {
            throw OpenAIError(
                message: "A prompt is written from words, not from a picture.", parameter: "messages",
                code: "invalid_value")
        }
        let roles = (reader["messages"]?.array ?? []).map { $0["role"]?.string }
        guard roles == ["system", "user"], chat.texts.count == 2 else {
            throw OpenAIError(
                message: "A prompt is asked for by one system message and one user message.", parameter: "messages",
                code: "invalid_value")
        }
        guard chat.texts.reduce(0, { $0 + $1.count }) <= Self.longest else {
            throw OpenAIError(
                message: "The page is longer than a prompt needs.", parameter: "messages", code: "string_too_long")
        }
        title = try Self.title(in: chat.texts[1])
        guard let language = PageLanguage.named(in: [chat.texts[0]]) else {
            throw OpenAIError(message: "The task names no language.", parameter: "messages", code: "invalid_value")
        }
        self.language = language
    }

    /// From the one line between the page's tags that begins with `title: `.
    private static func title(in question: String) throws(OpenAIError) -> String {
        let lines = question.split(separator: "\n", omittingEmptySubsequences: false)
        let starts = lines.indices.filter { lines[$0].contains("<page>") }
        let ends = lines.indices.filter { lines[$0].contains("</page>") }
        let broken = OpenAIError(
            message: "The page has to stand between <page> and </page>, and its title in one line.",
            parameter: "messages", code: "invalid_value")
        guard let start = starts.first, let end = ends.first, starts.count == 1, ends.count == 1, start < end,
            lines[start] == "<page>", lines[end] == "</page>"
        else { throw broken }
        let titles = lines[start..<end].filter { $0.hasPrefix("title: ") }
        guard let title = titles.first, titles.count == 1 else { throw broken }
        return String(title.dropFirst("title: ".count))
    }
}
