import FrontisCore

/// Covers secrets in lines of `frontis.yaml` that a finding quotes. It looks at the text alone, as the file may be one
/// that cannot be read, and leaves every character that it covers a `*`, so that carets stand where they stood.
struct SecretMask {
    let source: SourceText

    private static let keys = [
        "api-key", "api_key", "apikey", "client-secret", "client_secret", "secret", "token", "password", "passwd",
        "private-key", "private_key", "credentials", "authorization",
    ]
    private static let openings = ["sk-", "AIza", "ya29.", "eyJ", "AKIA", "ghp_", "xoxb-"]

    func masked(_ diagnostic: Diagnostic) -> Diagnostic {
        var shown = diagnostic
        shown.summary = AddressText.withoutUser(diagnostic.summary)
        shown.sourceLine = diagnostic.sourceLine.map { masked($0, number: diagnostic.location?.line) }
        return shown
    }

    /// - Parameter number: from 1; what stands above it may be the key whose value this line is.
    func masked(_ line: String, number: Int?) -> String {
        if let number, let above = source.line(number - 1), Self.isKeyAlone(above), !line.contains("${"),
            !line.contains(":")
        {
            return Self.covered(line)
        }
        var text = AddressText.withoutUser(line) { String(repeating: "*", count: $0.count) }
        for key in Self.keys { text = Self.maskValue(of: key, in: text) }
        return Self.maskRuns(in: text)
    }

    /// A key without a value, or with the sign of one that follows.
    private static func isKeyAlone(_ line: String) -> Bool {
        let words = line.filter { !" \t\"'>|-".contains($0) }.lowercased()
        return words.hasSuffix(":") && keys.contains { words.dropLast().hasSuffix($0.filter { $0 != "-" }) }
    }

    /// What follows the key, quoted or not, up to the end of the line or of a map on it. The colon may be missing: that
    /// may be what the finding is about.
    private static func maskValue(of key: String, in line: String) -> String {
        var characters = Array(line)
        let lower = characters.map { $0.isASCII ? Character($0.lowercased()) : $0 }
        let key = Array(key)
        var position = 0
        while position + key.count <= lower.count {
            guard Array(lower[position..<position + key.count]) == key else {
                position += 1
                continue
            }
            position += key.count
            let gap = lower[position...].prefix { " \t\"':=".contains($0) }
            guard gap.contains(where: { ":= \t".contains($0) }) else { continue }
            position += gap.count
            let quote = gap.last.flatMap { "\"'".contains($0) ? $0 : nil }
            let ends: [Character] = quote.map { [$0] } ?? [",", "}", "\"", "'"]
            let value = characters[position...].prefix { !ends.contains($0) }
            position += value.count
            let text = String(value)
            guard let first = value.first, first != "{", first != "#", !isVariable(text), !isPath(text) else {
                continue
            }
            characters.replaceSubrange(value.indices, with: Array(covered(text)))
        }
        return String(characters)
    }

    /// `${NAME}` and nothing else.
    private static func isVariable(_ value: String) -> Bool {
        let text = value.trimmingPrefix { $0.isWhitespace }
        guard text.hasPrefix("${"), let end = text.firstIndex(of: "}") ?? text.indices.last else { return false }
        return text[text.index(after: end)...].allSatisfy(\.isWhitespace)
    }

    /// Of a file with credentials; its place is no secret.
    private static func isPath(_ value: String) -> Bool {
        value.contains("/") && value.hasSuffix(".json") && !value.contains { $0.isWhitespace }
    }

    /// Words that look like keys wherever they stand.
    private static func maskRuns(in line: String) -> String {
        func isPlain(_ character: Character) -> Bool {
            character.isASCII && (character.isLetter || character.isNumber || "_-.+/=".contains(character))
        }
        var result = ""
        var rest = line[...]
        while !rest.isEmpty {
            let between = rest.prefix { !isPlain($0) }
            result += between
            let word = rest[between.endIndex...].prefix(while: isPlain)
            let hasLetters = word.contains(where: \.isLetter) && word.contains(where: \.isNumber)
            let isRun = word.count >= 32 && hasLetters && !word.contains { "-.".contains($0) }
            let isKey = word.count >= 12 && openings.contains { word.hasPrefix($0) }
            result += isRun && !word.contains("//") || isKey ? covered(String(word)) : String(word)
            rest = rest[word.endIndex...]
        }
        return result
    }

    private static func covered(_ text: String) -> String {
        String(text.map { $0.isWhitespace ? $0 : "*" })
    }
}
