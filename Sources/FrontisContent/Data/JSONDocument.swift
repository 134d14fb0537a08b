import FrontisCore
import FrontisText

/// Reads JSON files of a site. Not as YAML, which nearly all of it is: YAML refuses characters that are written as a
/// surrogate pair, and takes what no other reader of the file does.
enum JSONDocument {
    static func read(_ text: String, in source: SourceText) throws(Diagnostic) -> ParamValue {
        let bytes = Array(text.utf8)
        do throws(JSONError) {
            return param(try JSONParser.parse(bytes).plain)
        } catch {
            let place = FilePlace(of: error.offset, in: bytes)
            throw Diagnostic(
                .dataUnreadable, error.reason,
                at: SourceLocation(path: source.path, line: place.line, column: place.column), in: place.sourceLine,
                help: error.help)
        }
    }

    private static func param(_ value: JSONValue) -> ParamValue {
        switch value {
        case .null: .null
        case .flag(let flag): .flag(flag)
        case .number(let number):
            Int(number).map(ParamValue.integer) ?? Double(number).map(ParamValue.number) ?? .text(number)
        case .text(let text): .text(text)
        case .list(let values): .list(values.map(param))
        case .object(let members):
            .map(Dictionary(members.map { ($0.name, param($0.value)) }, uniquingKeysWith: { _, last in last }))
        }
    }
}
