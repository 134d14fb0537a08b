import FrontisCore

/// Why a file of the output was made.
struct OutputReason: Sendable, Hashable {
    enum Cause: Int, Sendable {
        /// Nothing is known of an earlier one.
        case new
        /// What was there was not what had been written.
        case touched
        /// What had been read for it said something else.
        case reads
        /// It cannot be told whether it would be the same.
        case untold
    }

    var cause: Cause
    /// What said something else.
    var names: [String] = []

    /// In a few words.
    var text: String {
        switch cause {
        case .new: "new here"
        case .touched: "it was removed or changed by somebody else"
        case .untold: "cannot be told: it shows the time, or is made of what was written a moment before"
        case .reads: names.isEmpty ? "it reads something else now" : "these say something else now: " + shown
        }
    }

    /// Most files are made again for a reason or two.
    private var shown: String {
        let most = 8
        guard names.count > most else { return names.joined(separator: ", ") }
        return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
    }
}

extension OutputReason: Packed {
    func pack(into writer: inout PackedWriter) {
        writer.add(cause.rawValue)
        writer.add(names) { $0.add($1) }
    }

    init(from reader: inout PackedReader) throws(PackedError) {
        guard let cause = Cause(rawValue: try reader.number()) else { throw PackedError() }
        self.init(cause: cause, names: try reader.list { (reader) throws(PackedError) in try reader.text() })
    }
}
