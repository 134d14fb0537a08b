import FrontisText
package import FrontisCore

/// What came of one prompt with several providers. Its JSON is for programs: keys are only ever added.
package struct ComparisonReport: Sendable, Codable {
    /// A picture, or why there is none.
    package struct Row: Sendable, Codable {
        package var provider: String
        package var model: String?
        /// From 1, where several pictures were asked for.
        package var candidate: Int
        /// In the folder of the report.
        package var file: String?
        package var mediaType: String?
        package var width: Int?
        package var height: Int?
        package var bytes: Int?
        /// Until the provider's answer was there, with all attempts; of all its pictures together.
        package var seconds: Double?
        package var cost: Cost?
        /// The vendor's own rewording of the prompt.
        package var revisedPrompt: String?
        package var alt: String?
        package var failure: String?
    }

    package var prompt: String
    package var folder: String
    package var rows: [Row]
    /// Of everything, alt texts and failed attempts included.
    package var cost: Cost
    package var diagnostics: [Finding]

    package func json() throws -> String { try ReportJSON.text(self) }

    package var hasPictures: Bool { rows.contains { $0.file != nil } }

    /// A table for a person.
    package func text() -> String {
        let heads = ["provider", "model", "size", "bytes", "seconds", "price", "file"]
        let cells = rows.map { row -> [String] in
            let maker = [row.provider, row.model ?? "–"]
            if let failure = row.failure { return maker + [UntrustedText.visible(failure, without: .controls)] }
            return maker + [
                row.size ?? "–", row.bytes.map(ByteCount.text) ?? "–", row.seconds.map(Self.seconds) ?? "–", row.price,
                row.file ?? "–",
            ]
        }
        let widths = heads.indices.map { column in
            // What failed has a sentence in place of numbers, which makes no column wide.
            ([heads] + cells.filter { $0.count == heads.count || column < 2 }).map { $0[column].count }.max() ?? 0
        }
        let lines = ([heads] + cells).map { cells in
            let padded = cells.enumerated().map { column, cell in
                cell + String(repeating: " ", count: max(0, widths[column] - cell.count))
            }
            var line = padded.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
        let total = cost.usd > .zero ? ", \(cost.text) in all" : ""
        return lines.joined(separator: "\n") + "\n\nSide by side: \(folder)/index.html\(total)\n"
    }

    static func seconds(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension ComparisonReport.Row {
    /// `1536×1024`
    package var size: String? { width.flatMap { width in height.map { "\(width)×\($0)" } } }

    /// `free`, `$0.0412`, `about $0.04`
    package var price: String {
        guard let cost else { return "–" }
        return cost.usd == .zero ? "free" : cost.text
    }
}
