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
        return Self.rows(of: bytes, read)
    }

    /// What `read` makes of the lines that hold `word`. The others are not parsed, which makes it cheap to look for what
    /// another process has just written.
    func rows<Row>(
        holding word: String, _ read: (JSONNode) throws(JSONError) -> Row
    ) throws(FileError) -> [Row] {
        var bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path)
        } catch {
            if error.isAbsent { return [] }
            throw error
        }
        let pattern = Array(word.utf8)
        let found = bytes.withUnsafeMutableBufferPointer { buffer -> [UInt8] in
            let whole = UnsafeBufferPointer(buffer)
            var found: [UInt8] = []
            var start = 0
            while let place = ByteSearch.index(of: pattern, in: whole, from: start) {
                let end = ByteSearch.index(of: UInt8(ascii: "\n"), in: whole, from: place) ?? whole.count
                var beginning = place
                while beginning > start, whole[beginning - 1] != UInt8(ascii: "\n") { beginning -= 1 }
                found += whole[beginning..<end] + [UInt8(ascii: "\n")]
                start = end
            }
            return found
        }
        return Self.rows(of: found, read).rows
    }

    private static func rows<Row>(
        of bytes: [UInt8], _ read: (JSONNode) throws(JSONError) -> Row
    ) -> (rows: [Row], damaged: [Int]) {
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
