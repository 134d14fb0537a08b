import FrontisCore
import Testing

@testable import FrontisImages

@Suite struct AltRulesTests {
    private static func found(
        _ text: String, _ language: String = "en", maxLength: Int = 125, title: String = "", prompts: [String] = [],
        fileName: String? = nil, caption: String? = nil
    ) -> [String] {
        AltRules(maxLength: maxLength).findings(
            in: text,
            .init(language: language, title: title, prompts: prompts, fileName: fileName, caption: caption)
        ).map { "\($0.id.rawValue): \($0.words)" }
    }

    @Test(arguments: [
        ("en", "Image of a fox", "Image of"), ("en", "a PHOTOGRAPH  showing a fox", "a PHOTOGRAPH showing"),
        ("en-GB", "The picture shows a fox", "The picture shows"), ("en", "Photo of the year trophy", "Photo of"),
        ("en", "This image depicts a fox", "This image depicts"), ("en", "In this image, a fox", "In this image"),
        ("en", "Image: a fox", "Image:"), ("en", "Alt text: a fox", "Alt text:"), ("en", "**Alt-Text:** a fox", "Alt-Text:"),
        ("de", "Bild von einem Fuchs", "Bild von"), ("de-CH", "Ein Foto eines Fuchses", "Ein Foto eines"),
        ("de", "Das Bild zeigt einen Fuchs", "Das Bild zeigt"), ("de", "Auf dem Foto ist ein Fuchs", "Auf dem Foto"),
        ("de", "Picture of a fox", "Picture of"),
        ("fr", "Image de renard", "Image de"), ("fr", "L’image d’un renard", "L’image d’"),
        ("fr", "Une photo d'un renard", "Une photo d'"), ("fr", "Sur cette photo, un renard", "Sur cette photo"),
        ("fr", "Image : un renard", "Image:"),
        ("es", "Imagen de un zorro", "Imagen de"), ("es", "Una fotografía que muestra un zorro", "Una fotografía que muestra"),
        ("pt", "Imagem de uma raposa", "Imagem de"), ("pt-BR", "Uma foto de uma raposa", "Uma foto de"),
        ("it", "Immagine di una volpe", "Immagine di"), ("it", "Un'immagine della volpe", "Un'immagine della"),
        ("nl", "Afbeelding van een vos", "Afbeelding van"), ("nl", "Een foto van een vos", "Een foto van"),
        ("nl", "Foto's van vossen", "Foto's van"),
        ("sv", "Bild av en räv", "Bild av"), ("sv", "Den här bilden visar en räv", "Den här bilden visar"),
        ("da", "Billede af en ræv", "Billede af"), ("nb", "Et bilde av en rev", "Et bilde av"),
        ("pl", "Zdjęcie lisa", "Zdjęcie"), ("pl", "Obraz przedstawiający lisa", "Obraz przedstawiający"),
        ("zh", "这张图片显示一只狐狸", "这张图片"), ("zh-Hant", "一張照片，狐狸在雪中", "一張照片"), ("ja", "この写真には狐がいます", "この写真"),
        ("xx", "Image of a fox", "Image of"),
    ])
    func uselessBeginnings(language: String, text: String, beginning: String) {
        #expect(Self.found(text, language).first == "alt-prefix: begins with '\(beginning)'")
    }

    @Test(arguments: [
        ("en", "A fox holds an image of a hen"), ("en", "Images lie on a table"), ("en", "Imagery of the Alps on a wall"),
        ("en", "Photographer of foxes kneels in snow"), ("en", "Screenshot of the settings page"),
        ("en", "Drawing of a fox"), ("en", "Picture frame on a wall"), ("en", "Time: 10:45 on a station clock"),
        ("en", "Bild von Zeitung on a newsstand"), ("de", "Bilderrahmen von innen"), ("de", "Ein Fuchs im Schnee"),
        ("de", "Bild der Woche, an eine Wand gepinnt"), ("fr", "Le renard regarde l'image de sa mère"),
        ("fr", "Imagerie de montagne"), ("es", "Zorro en la nieve"), ("pt", "Raposa numa foto de família"),
        ("it", "Volpe nella neve"), ("nl", "Vos in de sneeuw"), ("sv", "Räv i snö"), ("pl", "Lis na śniegu"),
        ("pl", "Obraz olejny w ramie"), ("zh", "狐狸在雪中看着一张照片"), ("ja", "雪の中の狐"), ("en", "Image"), ("", "A fox"),
    ])
    func beginningsThatSaySomething(language: String, text: String) {
        #expect(Self.found(text, language).isEmpty)
    }

    @Test func oneLetterMayHaveTooManyAccents() {
        #expect(
            Self.found("e" + String(repeating: "\u{316}", count: 5000), maxLength: 125) == [
                "alt-length: has 10001 bytes for 1 character"
            ])
        #expect(Self.found("Tiếng Việt có dấu", maxLength: 20).isEmpty)
    }

    @Test func theLimitItselfIsFine() {
        #expect(Self.found("A fox in the snow", maxLength: 17).isEmpty)
        #expect(Self.found("  A fox   in the snow \n", maxLength: 17).isEmpty)
        #expect(
            Self.found("A fox in the snow.", maxLength: 17) == ["alt-length: has 18 characters, 1 more than alt.max-length allows"])
        // Characters, not bytes or scalars.
        #expect(Self.found("狐🦊é👩‍🚒", "ja", maxLength: 4).isEmpty)
        #expect(Self.found("狐🦊é👩‍🚒x", "ja", maxLength: 4).count == 1)
    }

    @Test(arguments: [
        ("The night train", "the page's title"), ("the NIGHT-train!", "the page's title"), (" A fox,  in snow", "the prompt"),
        ("Ink of a fox in snow", "the prompt"), ("red_fox-2.png", "the picture's file name"),
        ("Red fox 2", "the picture's file name"), ("Seen from the bridge.", "the caption"),
    ])
    func repeatedWords(text: String, what: String) {
        #expect(
            Self.found(
                text, title: "The Night Train", prompts: ["A fox in snow", "Ink of a fox in snow"],
                fileName: "red_fox-2.png", caption: "Seen from the bridge")
                == ["alt-repeats: only repeats \(what)"])
    }

    @Test func wordsThatAreMoreThanTheTitle() {
        #expect(Self.found("The night train at dawn", title: "The night train", caption: "Train").isEmpty)
        #expect(Self.found("!", title: "?", prompts: [""], fileName: ".png", caption: "…").isEmpty)
        #expect(Self.found("夜汽车", "zh", title: "夜汽车") == ["alt-repeats: only repeats the page's title"])
    }

    @Test(arguments: [
        ("A <b>red</b> fox", "<b>"), ("A fox<br/>in snow", "<br/>"), ("A fox </p", nil), ("A fox &amp; a hen", "&amp;"),
        ("It&#39;s a fox", "&#39;"), ("It&#x27;s a fox", "&#x27;"), ("A [fox](https://e.org) runs", "[fox](https://e.org)"),
        ("A ![fox](f.png)", "![fox](f.png)"), ("A **red** fox", "**red**"), ("A *red* fox.", "*red*"), ("A _red_, fox", "_red_"),
        ("The `sleep` key", "`sleep`"), ("# A fox", "#"), ("See https://example.org/x now", "https://example.org/x"),
        ("A van with www.example.org on it", "www.example.org"),
        ("AT&T tower", nil), ("I <3 foxes", nil), ("3 < 4 and 5 > 2", nil), ("5 * 3 * 2 bricks", nil), ("M*A*S*H camp", nil),
        ("The file snake_case_name.py", nil), ("Room [2] (east)", nil), ("The #1 fan", nil), ("A fox* in snow", nil),
        ("Fish & chips; tea", nil), ("A`s", nil), ("http and www", nil),
    ])
    func markup(text: String, mark: String?) {
        #expect(Self.found(text) == (mark.map { ["alt-markup: has markup in it: '\($0)'"] } ?? []))
    }

    @Test(arguments: [
        ("A fox\nin snow", "has a line break in it"), ("A fox\r\nin snow", "has a line break in it"),
        ("A fox\u{2028}in snow", "has a line break in it"), ("A fox\u{7}", "has the control character U+0007 in it"),
        ("A fox\u{202E} in snow", "has the control character U+202E in it"), ("\n A fox in snow \n", nil), ("A\tfox", nil),
        ("می\u{200C}خواهم", nil), ("👩\u{200D}🚒", nil), ("ab\u{200F}", nil),
    ])
    func controlCharacters(text: String, words: String?) {
        #expect(Self.found(text) == (words.map { ["alt-control-character: \($0)"] } ?? []))
    }

    @Test(arguments: [
        ("en", "I'm sorry, I can't help with that.", "I'm sorry"), ("en", "I’m unable to describe it", "I’m unable"),
        ("en", "I cannot see the picture", "I cannot"), ("en", "As an AI, I do not see", "As an AI"),
        ("en", "This, as an AI language model, I see", "as an AI language model"),
        ("en", "\"I'm sorry, but I can't.\"", "I'm sorry"), ("de", "Es tut mir leid, das geht nicht.", "Es tut mir leid"),
        ("de", "I'm sorry, I can't.", "I'm sorry"), ("de", "Als KI-Modell sehe ich nichts", "Als KI"),
        ("fr", "Je suis désolé, mais non", "Je suis désolé"), ("fr", "En tant qu’IA, je", "En tant qu’IA"),
        ("es", "Lo siento, no puedo", "Lo siento"), ("pt", "Desculpe, não posso ajudar", "Desculpe"),
        ("pt", "Não consigo descrever", "Não consigo"), ("it", "Mi dispiace, non posso", "Mi dispiace"),
        ("nl", "Het spijt me, dat kan niet", "Het spijt me"), ("sv", "Tyvärr kan jag inte", "Tyvärr kan jag"),
        ("da", "Beklager, jeg kan ikke", "Beklager"), ("no", "Jeg beklager", "Jeg beklager"),
        ("pl", "Przepraszam, nie mogę", "Przepraszam"), ("zh", "抱歉，我无法描述", "抱歉"), ("zh-TW", "對不起，不行", "對不起"),
        ("ja", "申し訳ありませんが", "申し訳"),
    ])
    func modelsThatDecline(language: String, text: String, phrase: String) {
        // An apology is that and nothing else.
        #expect(Self.found(text, language) == ["alt-refusal: is a model's excuse: '\(phrase)'"])
    }

    @Test(arguments: [
        ("en", "A sign says I'm sorry"), ("en", "\"I'm sorry\" in red letters on a card"), ("en", "I robot on a shelf"),
        ("en", "As an airship lands"), ("de", "Leider kaputtes Fahrrad"), ("de", "„Es tut mir leid“ steht auf einer Karte"),
        ("fr", "Un homme désolé"), ("zh", "牌子上写着抱歉"), ("pt", "Raposa"), ("es", "Zorro"), ("it", "Volpe"), ("nl", "Vos"),
        ("sv", "Räv"), ("pl", "Lis"), ("ja", "狐"),
    ])
    func peopleWhoDoNot(language: String, text: String) {
        #expect(Self.found(text, language).isEmpty)
    }

    @Test(arguments: [
        ("en", "A fox, a hen,", "it ends with ','"), ("en", "A fox and", "it ends with 'and'"), ("en", "A fox in the", "it ends with 'the'"),
        ("de", "Ein Fuchs und", "it ends with 'und'"), ("fr", "Un renard et", "it ends with 'et'"), ("fr", "Un renard devant l’", "it ends with 'l’'"),
        ("es", "Un zorro y", "it ends with 'y'"), ("pt", "Uma raposa e", "it ends with 'e'"), ("it", "Una volpe e", "it ends with 'e'"),
        ("nl", "Een vos en", "it ends with 'en'"), ("sv", "En räv och", "it ends with 'och'"), ("pl", "Lis i", "it ends with 'i'"),
        ("da", "En ræv og", "it ends with 'og'"), ("nn", "Ein rev og", "it ends with 'og'"), ("zh", "狐狸，雪，", "it ends with '，'"),
        ("en", "A snow-", "it ends with '-'"), ("en", "A fox –", "it ends with '–'"), ("en", "A sign reads:", "it ends with ':'"),
        ("en", "A fox (in snow", "a bracket is not closed"), ("en", "A sign \"Fox", "a quotation mark is not closed"),
        ("de", "Ein Schild: „Fuchs", "a quotation mark is not closed"), ("fr", "Un panneau « renard", "a quotation mark is not closed"),
        ("ja", "看板「狐", "a bracket is not closed"),
        ("en", "A fox in the snow near a barn…", "it ends with '…' near the limit"),
        ("en", "A fox in the snow near a barn...", "it ends with '...' near the limit"),
    ])
    func stopsInTheMiddle(language: String, text: String, how: String) {
        #expect(Self.found(text, language, maxLength: 35) == ["alt-cut-off: seems cut off: \(how)"])
    }

    @Test(arguments: [
        ("en", "A fox waits…"), ("en", "Platform A"), ("en", "A fox and."), ("en", "Born 1990–"), ("en", "The mark C-"),
        ("en", "A 5\" nail"), ("en", "A \"5\" on a door"), ("en", "A child :("), ("en", "1) the bridge"), ("en", "It’s the dog's"),
        ("de", "Was ist das"), ("de", "»Halt« auf einem Schild"), ("de", "„Halt“ auf einem Schild"), ("sv", "”Stopp” på en skylt"),
        ("fr", "Un panneau « renard »"), ("en", "“Stop” on a sign"), ("ja", "看板「狐」"), ("de", "A fox and"), ("es", "Zorro (rojo)"),
    ])
    func endsWell(language: String, text: String) {
        #expect(Self.found(text, language, maxLength: 35).isEmpty)
    }

    @Test func everyRuleOnce() {
        let text = "Image of <b>a</b> <i>fox</i>\nand"
        #expect(
            Self.found(text, maxLength: 20).map { $0.prefix { $0 != ":" } } == [
                "alt-prefix", "alt-length", "alt-markup", "alt-control-character", "alt-cut-off",
            ])
        #expect(Self.found("").isEmpty && Self.found(" \n").isEmpty)
    }

    @Test func quotesAreShortAndOnOneLine() {
        let found = Self.found("<" + String(repeating: "a\u{7}", count: 500) + ">", maxLength: 2000)
        #expect(found.first == "alt-markup: has markup in it: '<" + Array(repeating: "a", count: 19).joined(separator: " ") + " …'")
    }

    @Test func helpSaysTheWayOut() {
        let findings = AltRules(maxLength: 20).findings(in: "Photo of a fox in the deep snow", .init(language: "en"))
        #expect(
            findings.map(\.help) == [
                "begin with what is seen: that it is a picture is said by every screen reader",
                "keep to what matters in the picture, or raise alt.max-length from 20",
            ])
        #expect(findings.allSatisfy { $0.id.defaultSeverity == .warning })
    }
}
