import FrontisCore
import FrontisText
import Synchronization

/// Highlights code by Prism: marks what is a keyword, what a string, what a comment, as its themes want it.
///
/// What comes out is the same everywhere, whatever is installed. Engines are made when the first code is met, and each
/// reads a language when it meets it.
package struct CodeHighlighter: Sendable {
    /// Another text where the same code would be marked in another way: part of the name of what is kept.
    package static let version = "prism 1.29.0, 1"

    /// Bytes of code that are worth the time.
    private static let longest = 64 << 10
    /// Processor time for one piece of code; what takes longer is a fault of the grammar, and stays plain.
    private static let seconds = 1.0

    /// One is used by one thread at a time.
    private final class Place: Sendable {
        let engine = Mutex<HighlightingEngine?>(nil)
    }

    private let places: [Place]

    /// - Parameter jobs: how many threads highlight at once.
    package init(jobs: Int) { places = (0..<max(1, jobs)).map { _ in Place() } }

    /// Whether there is such a language.
    package static func knows(_ language: String) -> Bool { Prism.language(named: language) != nil }

    /// - Parameter language: as an author calls it.
    /// - Returns: the code as HTML with `<span class="token …">` in it; nothing for a language that nobody knows, or code
    ///   that cannot be read in time.
    package func html(of code: String, in language: String) -> String? {
        guard let name = Prism.language(named: language), code.utf8.count <= Self.longest else { return nil }
        // They are marks in what comes back.
        let code = code.utf8.contains { $0 < 4 } ? String(code.unicodeScalars.filter { $0.value > 3 }) : code
        for place in places {
            let found = place.engine.withLockIfAvailable { Self.marked(code, in: name, by: &$0) }
            if let found { return found.map(Self.html) }
        }
        return places[0].engine.withLock { Self.marked(code, in: name, by: &$0) }.map(Self.html)
    }

    private static func marked(_ code: String, in language: String, by engine: inout HighlightingEngine?) -> String? {
        if engine == nil { engine = HighlightingEngine() }
        let marked: String? = engine?.marked(code, in: language, seconds: seconds) ?? nil
        // What failed has left something half done.
        if marked == nil { engine = nil }
        return marked
    }

    /// Markup of text in which control characters say where a token begins (its kind between two of them) and ends.
    private static func html(_ marked: String) -> String {
        var html: [UInt8] = []
        html.reserveCapacity(marked.utf8.count * 2)
        var marked = marked
        marked.withUTF8 { bytes in
            var position = 0
            while position < bytes.count {
                switch bytes[position] {
                case HighlightingEngine.open:
                    let end = ByteSearch.index(of: HighlightingEngine.named, in: bytes, from: position) ?? bytes.count
                    html += "<span class=\"token ".utf8
                    html += bytes[(position + 1)..<end]
                    html += "\">".utf8
                    position = end + 1
                case HighlightingEngine.close:
                    html += "</span>".utf8
                    position += 1
                default:
                    let end = bytes[position...].firstIndex { $0 < 4 } ?? bytes.count
                    MarkupText.append(
                        String(decoding: bytes[position..<end], as: UTF8.self), to: &html, for: .doubleQuotes)
                    position = end
                }
            }
        }
        return String(decoding: html, as: UTF8.self)
    }
}
