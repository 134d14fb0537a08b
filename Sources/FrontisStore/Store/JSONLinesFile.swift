import Foundation
import FrontisCore
import FrontisText

/// A file that is only ever added to, a JSON object a line. Lines of several processes do not mix, and git can merge
/// two versions by keeping the lines of both.
struct JSONLinesFile: Sendable {
    let path: String

    /// Adds lines, on the disk when it returns.
    func append(_ values: [JSONValue]) throws(FileError) {
        guard !values.isEmpty else { return }
        try Directory.make(Directory.parent(of: path), .durable)
        let file = try OpenFile(path, O_RDWR | O_CREAT | O_APPEND, for: .write)
        // Held until the file is closed, for the few milliseconds between looking and writing.
        _ = try file.lock(isBlocking: true)
        // A line that a killed program left open is closed first, so that only it is lost.
        let last = try file.lastByte()
        let isTorn = last != nil && last != UInt8(ascii: "\n")
        let text = values.map { $0.text(expanding: 0) + "\n" }.joined()
        let bytes = Array("\(isTorn ? "\n" : "")\(text)".utf8)
        var failure: FileError?
        bytes.withUnsafeBytes { buffer in
            do throws(FileError) { try file.write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        try file.synchronize()
    }

    /// What `read` makes of each line, and the numbers, from 1, of lines that it cannot read.
    func rows<Row>(
        _ read: (JSONNode) throws(JSONError) -> Row
    ) throws(FileError) -> (rows: [Row], damaged: [Int]) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path)
        } catch {
            if error.isAbsent { return ([], []) }
            throw error
        }
        var rows: [Row] = []
        var damaged: [Int] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            do throws(JSONError) {
                rows.append(try read(try JSONParser.parse(Array(line))))
            } catch {
                damaged.append(index + 1)
            }
        }
        return (rows, damaged)
    }
}
