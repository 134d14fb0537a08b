import Foundation
package import FrontisCore

/// The append-only account of every paid call: a line before it and a line after. A call without an end, because
/// the program was killed or the vendor never answered, counts as spent.
package struct SpendLedger: Sendable {
    package struct Line: Sendable, Codable, Equatable {
        package enum Event: String, Sendable, Codable {
            case asking
            case paid
            /// The vendor said no, or nothing was sent: free.
            case free
            /// Nobody knows whether it was billed.
            case unknown
        }

        package var event: Event
        /// The same on both lines of a call.
        package var call: String
        package var time: String
        package var provider: String
        package var dialect: String
        package var model: String?
        /// The recipe's key, or the digest of the picture that is described.
        package var key: Digest
        /// `image` or `alt`.
        package var kind: String
        package var cost: Cost?

        package init(
            event: Event, call: String, time: String, provider: String, dialect: String, model: String?, key: Digest,
            kind: String, cost: Cost?
        ) {
            self.event = event
            self.call = call
            self.time = time
            self.provider = provider
            self.dialect = dialect
            self.model = model
            self.key = key
            self.kind = kind
            self.cost = cost
        }
    }

    private let path: String

    /// - Parameter store: `.frontis/store/v1`, absolute.
    package init(store: String) {
        path = store + "/spend.jsonl"
    }

    /// Adds a line, on the disk when it returns. Lines of several processes do not mix.
    package func append(_ line: Line) throws(FileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try encoder.encode(line)) + [UInt8(ascii: "\n")]
        } catch {
            throw FileError(.write, path, code: EINVAL)
        }
        try Directory.make(Directory.parent(of: path))
        let file = try OpenFile(path, O_RDWR | O_CREAT | O_APPEND, for: .write)
        // A line that a killed program left open is closed first, so that only it is lost.
        let last = try file.lastByte()
        let isTorn = last != nil && last != UInt8(ascii: "\n")
        var failure: FileError?
        ((isTorn ? [UInt8(ascii: "\n")] : []) + bytes).withUnsafeBytes { buffer in
            do throws(FileError) { try file.write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        try file.synchronize()
    }

    /// All whole lines. One that was torn by a crash is passed over; its call then has no end.
    package func lines() throws(FileError) -> [Line] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path)
        } catch {
            if error.isAbsent { return [] }
            throw error
        }
        let decoder = JSONDecoder()
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { try? decoder.decode(Line.self, from: Data($0)) }
    }

    /// US dollars of all calls, with estimates for those whose end is not known.
    package static func total(of lines: [Line]) -> Double {
        var cost: [String: Double] = [:]
        for line in lines {
            switch line.event {
            case .asking, .unknown, .paid: cost[line.call] = line.cost?.usd ?? cost[line.call] ?? 0
            case .free: cost[line.call] = 0
            }
        }
        return cost.values.reduce(0, +)
    }
}
