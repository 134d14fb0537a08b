import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisBuild
@testable import FrontisScript

/// The program writes the index, and a script in the browser reads it: both take texts apart in one way.
@Suite(.timeLimit(.minutes(10))) struct SearchTests {
    /// The script, with functions round its own that take and give texts.
    private final class Script {
        private let engine: ScriptEngine

        init() throws {
            let source =
                String(decoding: PackageResources.search_js, as: UTF8.self) + """

                    function wordsOf(text) { return JSON.stringify(FrontisSearch.words(text)); }
                    function filesOf(firstWords, word) { return JSON.stringify(FrontisSearch.files(JSON.parse(firstWords), word)); }
                    function found(texts, query) {
                      const [words, pages] = JSON.parse(query);
                      return JSON.stringify(FrontisSearch.rank(words.map((word) => FrontisSearch.find(JSON.parse(texts), word, pages))));
                    }
                    function marksOf(text, words) { return JSON.stringify(FrontisSearch.marks(text, JSON.parse(words))); }
                    """
            guard let engine = ScriptEngine() else { throw POSIXError(.ENOMEM) }
            let isRun = (Array(source.utf8CString)).withUnsafeBufferPointer {
                engine.run(UnsafeBufferPointer(rebasing: $0.dropLast()), seconds: 60)
            }
            self.engine = engine
            #expect(isRun)
        }

        func call(_ function: String, _ first: String, _ second: String = "") throws -> String {
            let answer = engine.call(function, first, second, seconds: 60)
            return try #require(answer)
        }
    }

    private static func json(_ texts: [String]) -> String { "[" + texts.map(JSONText.quoted).joined(separator: ",") + "]" }

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        SearchWords.words(of: text.utf8) { words.append($0) }
        return words
    }

    @Test(arguments: [
        ("The Night-Train, 2026!", ["the", "night", "train", "2026"]), ("Über Äpfel: ça, Ångström", ["uber", "apfel", "ca", "angstrom"]),
        ("don't don’t", ["don", "t", "don", "t"]), ("ΟΔΟΣ Ὀδύσσεια", ["οδοσ", "οδυσσεια"]), ("ﬁn Ⅷ ½", ["fin", "viii", "1", "2"]),
        ("東京都の夜行列車", ["東京", "京都", "都の", "の夜", "夜行", "行列", "列車"]), ("夜 train夜x", ["夜", "train", "夜", "x"]),
        ("ガタンゴトン", ["カタ", "タン", "ンコ", "コト", "トン"]), ("Straße STRASSE İstanbul", ["strasse", "strasse", "istanbul"]), ("قطار الليل", ["قطار", "الليل"]),
        (String(repeating: "x", count: 50), [String(repeating: "x", count: 40)]), ("a_b.c", ["a", "b", "c"]), ("“”—…", []),
    ])
    func textsAreTakenApart(text: String, expected: [String]) throws {
        #expect(Self.words(text) == expected)
        #expect(try Script().call("wordsOf", text) == Self.json(expected))
    }

    @Test func anyTextIsTakenApartAlike() throws {
        let script = try Script()
        for seed in 0..<TestLength.of(short: 60, long: 600) {
            var random = SeededNumbers(seed: UInt64(seed))
            var text = String.UnicodeScalarView()
            for _ in 0..<40 {
                let range = random.pick([
                    0x20...0x7E, 0xA0...0x24F, 0x370...0x5FF, 0x600...0x6FF, 0x900...0xEFF, 0x1000...0x10FF, 0x1E00...0x1FFF, 0x2000...0x2BFF, 0x3000...0x33FF, 0x4E00...0x4EFF, 0xAC00...0xACFF, 0xF900...0xFFEF,
                    0x1F300...0x1F6FF, 0x20000...0x200FF,
                ])
                let value = range.lowerBound + random.number(below: range.count)
                if let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic || value < 0x3000 { text.append(scalar) }
            }
            let words = Self.words(String(text))
            #expect(try script.call("wordsOf", String(text)) == Self.json(words), "seed \(seed)")
        }
    }

    /// Looked up by the script as a reader would, against looking at every page.
    @Test func whatIsThereIsFound() throws {
        let script = try Script()
        var random = SeededNumbers(seed: 7)
        let vocabulary = (0..<900).map { number in String(number, radix: 19).map { "\($0)" }.joined(separator: "") + random.pick(["a", "é", "ok", "東京"]) }
        let texts = (0..<400).map { _ in (0..<(1 + random.number(below: 60))).map { _ in random.pick(vocabulary) }.joined(separator: " ") }
        let records = texts.map { text in
            var page = Page(source: "a.md", kind: .page, section: "", slug: "a", title: "", language: "en")
            page.body.html = "<p>\(text)</p>"
            return SearchRecord(page).text
        }
        let index = SearchIndex(records)
        #expect(index.wordFiles.count > 1 && index.wordFiles.count == index.firstWords.count)
        let files = index.wordFiles.map { String(decoding: $0, as: UTF8.self) }
        for _ in 0..<60 {
            let query = (0...random.number(below: 2)).flatMap { _ in Self.words(random.pick(vocabulary)) }
            let places = try query.map { word in
                let list = try script.call("filesOf", Self.json(index.firstWords), word)
                return list.dropFirst().dropLast().split(separator: ",").compactMap { Int($0) }
            }
            let shown = Set(places.flatMap { $0 }).sorted().map { files[$0] }
            let found = try script.call("found", Self.json(shown), "[\(Self.json(query)),400]")
            let pages = Set(found.dropFirst().dropLast().split(separator: ",").compactMap { Int($0) })
            // A page has a word if one of its own begins with it.
            let counts = texts.map { text in
                let own = Self.words(text)
                return query.count { word in own.contains { $0.hasPrefix(word) } }
            }
            let most = counts.max() ?? 0
            let expected = Set(counts.indices.filter { counts[$0] == most && most > 0 })
            #expect(pages.isSubset(of: expected) && pages.isEmpty == expected.isEmpty, "\(query)")
            // Beginnings that hundreds of words have are not looked up to their end; whole words are.
            let whole = Set(texts.indices.filter { index in Set(query).isSubset(of: Self.words(texts[index])) })
            #expect(most < query.count || whole.isSubset(of: pages), "\(query)")
        }
    }

    @Test func whatAPageIsAboutCountsMore() throws {
        func record(_ title: String, _ text: String) -> String {
            var page = Page(source: "a.md", kind: .page, section: "", slug: "a", title: title, language: "en")
            page.body.html = "<h2>Head</h2><p>\(text) &amp; &eacute;t&eacute; <script>hidden()</script></p>"
            return SearchRecord(page).text
        }
        let filler = String(repeating: "word ", count: 800)
        let records = [record("Other", filler + "harbour"), record("The harbour", filler), record("Third", filler)]
        #expect(records[0].contains(" été".decomposedStringWithCanonicalMapping) == false && records[0].contains("ete"))
        #expect(!records[0].contains("hidden") && !records[0].contains("amp"))
        let files = SearchIndex(records).wordFiles.map { String(decoding: $0, as: UTF8.self) }
        #expect(try Script().call("found", Self.json(files), "[[\"harbour\"],3]") == "[1,0]")
        #expect(try Script().call("marksOf", "At the Harbour, été", "[\"harb\",\"ete\"]") == "[[7,14],[16,19]]")
    }

    /// A word on nearly every page of a large site tells nothing, and would be most of the index.
    @Test func commonWordsAreLeftOut() {
        let records = (0..<600).map { number in "n\(number)A theP" + " " }
        let index = SearchIndex(records)
        #expect(index.commonWords == ["the"])
        #expect(SearchIndex(Array(records.prefix(150))).commonWords == [])
    }
}
