import Foundation
import FrontisCore

/// The index of a site's words, cut into files of which a browser fetches the few that a query needs.
///
/// A file of words has a line for each, `train 3C1A2fB`: pages that have it, in order, each as the distance to the one
/// before (base 36; nothing for 1), and how much it says of the page. Words are sorted by code points, and every file has
/// a range of them.
struct SearchIndex {
    /// Bytes of a file of words, but for one that a single word takes more.
    private static let fileSize = 16 << 10
    /// Pages that one file describes.
    static let group = 10

    /// A page as a result shows it.
    struct Entry: Encodable {
        var url: String
        var title: String
        var date: String?
        var summary: String?
        var language: String

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            for text in [url, title, date ?? "", summary ?? "", language] { try container.encode(text) }
        }
    }

    private(set) var wordFiles: [[UInt8]] = []
    /// The first word of each of `wordFiles`.
    private(set) var firstWords: [String] = []
    /// Words that so many pages have that they find nothing.
    private(set) var commonWords: [String] = []

    /// - Parameter records: of the pages, in order: see `SearchRecord`.
    init(_ records: [String]) {
        var places: [String: Int] = [:]
        var words: [Word] = []
        for (page, record) in records.enumerated() {
            var record = record
            record.withUTF8 { bytes in
                var start = 0
                for (end, byte) in bytes.enumerated() where byte == 0x20 {
                    let text = String(decoding: bytes[start..<(end - 1)], as: UTF8.self)
                    start = end + 1
                    if let place = places[text] {
                        words[place].add(page, bytes[end - 1])
                    } else {
                        places[text] = words.count
                        words.append(Word(text, page, bytes[end - 1]))
                    }
                }
            }
        }
        // In a few pages everything is rare.
        let most = max(200, records.count * 2 / 5)
        var file: [UInt8] = []
        for word in words.sorted(by: { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }) {
            guard word.count <= most else {
                commonWords.append(word.text)
                continue
            }
            if file.isEmpty { firstWords.append(word.text) }
            file += word.text.utf8
            file.append(0x20)
            file += word.pages
            file.append(0x0A)
            if file.count >= Self.fileSize {
                wordFiles.append(file)
                file = []
            }
        }
        if !file.isEmpty { wordFiles.append(file) }
    }

    private struct Word {
        let text: String
        var pages: [UInt8] = []
        var count = 0
        private var last = -1

        init(_ text: String, _ page: Int, _ level: UInt8) {
            self.text = text
            add(page, level)
        }

        mutating func add(_ page: Int, _ level: UInt8) {
            if page - last > 1 { append(page - last) }
            pages.append(level)
            last = page
            count += 1
        }

        /// In base 36.
        private mutating func append(_ number: Int) {
            if number >= 36 { append(number / 36) }
            let digit = UInt8(number % 36)
            pages.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
