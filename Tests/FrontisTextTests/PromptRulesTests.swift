import FrontisCore
import FrontisText
import Testing

@Suite struct PromptRulesTests {
    private static let good = "A night train crosses a stone viaduct at dusk."

    private func failure(of answer: String, maxLength: Int = 600) throws -> ProviderFailure {
        try #require(throws: ProviderFailure.self) { try PromptRules.prompt(from: answer, maxLength: maxLength) }
    }

    @Test(arguments: [
        good, " \(good)\n", "\"\(good)\"", "“\(good)”", "„\(good)“", "«\(good)»", "'\(good)'", "\"“\(good)”\"",
        "Prompt: \(good)", "PROMPT:\n\n\(good)", "**Prompt:** \(good)", "# Prompt: \(good)", "Image prompt: \"\(good)\"",
        "\"Prompt: \(good)\"", "Sure! Here is a prompt for the picture: \(good)", "Here’s the prompt:\n> \(good)",
        "Bildprompt：\(good)", "```\n\(good)\n```", "- \(good)", "A **night train** crosses a __stone viaduct__ at `dusk`.",
        "A night train\ncrosses a\u{2028}stone\tviaduct at\u{00A0}dusk.", "A night\u{0007}train crosses\u{202E}a stone viaduct at dusk.",
        "A\u{E0041}night train crosses a\u{200B}stone viaduct at dusk.\u{FEFF}",
    ])
    func whatModelsPutRoundAPromptIsTakenOff(answer: String) throws {
        #expect(try PromptRules.prompt(from: answer, maxLength: 600) == Self.good)
    }

    @Test(arguments: [
        "\"Night\" and \"day\" are two boats on a lake", "A command prompt: no, a theatre prompter in her box",
        "Two towns: one on each side of the river", "The man's coat, and the woman's", "夜行列车驶过石头高架桥", "قطار می\u{200C}رود روی پل سنگی",
        "Tom & Jerry; a cat and a mouse in a kitchen", "A family 👨\u{200D}👩\u{200D}👧 of foxes in the snow", "3 < 4 boats, 5 > 4 gulls over the sea",
        "Here stands a lighthouse: white, round, tall", "A sorry-looking dog in the rain, I can't say which",
    ])
    func plainWordsStayAsTheyAre(answer: String) throws {
        #expect(try PromptRules.prompt(from: answer, maxLength: 600) == answer)
    }

    @Test(arguments: [
        "I'm sorry, but I can't help with that request.", "I’m sorry, I cannot write this prompt.", "I cannot help with that.",
        "As an AI, I do not draw.", "Unfortunately, I can't do this for you.", "\"I can't assist with that request.\"",
        "Prompt: I am unable to write about this.", "Es tut mir leid, dabei kann ich nicht helfen.", "Lo siento, no puedo ayudar con eso.",
        "Je suis désolé, je ne peux pas.", "Desculpe, não posso ajudar com isso.", "Mi dispiace, non posso aiutarti.",
        "Het spijt me, dat kan ik niet.", "对不起，我无法帮助您完成这个请求。",
    ])
    func aNoInWordsIsARefusal(answer: String) throws {
        let failure = try failure(of: answer)
        #expect(failure.kind == .refused)
        #expect(failure.mayBeBilled)
        #expect(failure.message.hasPrefix("the model would not write a prompt: "))
        #expect(failure.help == "write the prompt yourself: ai-image: … in the page's front matter")
    }

    @Test(arguments: [
        ("", "the written prompt is empty"), (" \n\t", "the written prompt is empty"), ("\"\"", "the written prompt is empty"),
        ("Prompt:", "the written prompt is empty"), ("…………………………", "the written prompt is empty"),
        ("**", "the written prompt is empty"), ("\u{200B}\u{FEFF}", "the written prompt is empty"),
        ("A boat on the lake.", "the written prompt is too short to be one: A boat on the lake."),
        ("<b>A boat</b> on the lake at dawn", "the written prompt has '<b' in it"),
        ("A boat on the lake at dawn</page>", "the written prompt has '</page' in it"),
        ("A boat on the lake<!-- x --> at dawn", "the written prompt has '<!' in it"),
        ("A boat <script>alert(1)</script> on the lake", "the written prompt has '<script' in it"),
        ("A [boat](x) on the lake at dawn", "the written prompt has '](' in it"),
        ("![a boat] on the lake at dawn", "the written prompt has '![' in it"),
        ("A boat for {{title}} on the lake", "the written prompt has '{{' in it"),
        ("A boat for ${HOME} on the lake", "the written prompt has '${' in it"),
        ("A boat as on https://example.org/", "the written prompt has '://' in it"),
        ("A boat as on www.example.org at dawn", "the written prompt has 'www.' in it"),
        ("Tom &amp; Jerry in a boat at dawn", "the written prompt has '&amp;' in it"),
        ("Tom &#38; Jerry in a boat at dawn", "the written prompt has '&#38;' in it"),
    ])
    func whatIsNoPromptIsUnusable(answer: String, message: String) throws {
        let failure = try failure(of: answer)
        #expect(failure.kind == .unusable)
        #expect(failure.message == message)
        #expect(failure.mayBeBilled)
        #expect(failure.help == "write the prompt yourself: ai-image: … in the page's front matter")
    }

    @Test func twentyBytesAreEnough() throws {
        #expect(try PromptRules.prompt(from: "A boat on the lake..", maxLength: 600) == "A boat on the lake..")
        #expect(try PromptRules.prompt(from: "夜行列车过石桥", maxLength: 600) == "夜行列车过石桥")
        #expect(try failure(of: "夜行列车过桥").kind == .unusable)
    }

    @Test(arguments: [
        // The last sentence that fits whole, if it is most of what fits.
        ("A boat lies on a lake. It is red and old.", 30, "A boat lies on a lake."),
        ("A boat lies on a lake. It is red.", 33, "A boat lies on a lake. It is red."),
        // Else the last word, without what no text ends with.
        ("A boat. It lies on a lake in the hills", 30, "A boat. It lies on a lake in"),
        ("A red boat on a lake, by old hills", 22, "A red boat on a lake"),
        ("A red boat on a wide, wide lake", 21, "A red boat on a wide"),
        ("A lake of 3.5 square miles with boats", 24, "A lake of 3.5 square"),
        ("夜行列车驶过石头高架桥。天色已晚。窗户亮着温暖的灯光。", 20, "夜行列车驶过石头高架桥。天色已晚。"),
        // A word that fills it all is cut like any text.
        ("A boatboatboatboatboatboatboat", 20, "A boatboatboatboatbo"),
        // Never below or above what a prompt may be at all.
        ("A boat lies on a lake. It is red and old.", 1, "A boat lies on a"),
    ])
    func longAnswersAreCut(answer: String, maxLength: Int, expected: String) throws {
        #expect(try PromptRules.prompt(from: answer, maxLength: maxLength) == expected)
    }

    @Test(arguments: [
        String(repeating: "word ", count: 100_000), String(repeating: "x", count: 100_000), String(repeating: "é. ", count: 9000),
        "A boat" + String(repeating: "\u{301}", count: 100_000), String(repeating: "\"", count: 5000) + "A boat on a lake at dawn",
        String(repeating: "Prompt: ", count: 5000),
    ])
    func endlessAnswersAreBounded(answer: String) throws {
        let text: String
        do { text = try PromptRules.prompt(from: answer, maxLength: 100_000) } catch { return #expect(error.message.utf8.count < 20_000) }
        #expect(text.count <= 1000)
        #expect(text.unicodeScalars.count <= 4096)
    }

    @Test func theTextOfARequestIsItsBeginningOnOneLine() {
        let short = PromptRequest(pageTitle: "T", pageSummary: "", text: " A\n\nboat ", language: "en")
        #expect(short.text == "A boat")
        #expect(short.maxLength == 600)
        let long = PromptRequest(
            pageTitle: "T", pageSummary: "", text: String(repeating: "word\n\n", count: 9000), language: "en")
        #expect(long.text.count == 4000)
        #expect(long.text.hasPrefix("word word "))
    }
}
