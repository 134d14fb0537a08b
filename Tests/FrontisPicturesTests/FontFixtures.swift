import Foundation

/// Font files made for tests: as much of one as says its name, and a real one under another name.
enum FontFixtures {
    /// Tables `cmap` and `head` are there and empty. Names by their numbers.
    static func font(_ names: [(number: Int, name: String)], tag: String = "OTTO", tables: [String] = ["cmap", "head"]) -> [UInt8] {
        var storage: [UInt8] = []
        var records: [UInt8] = []
        for (number, name) in names {
            let text = name.utf16.flatMap { two(Int($0)) }
            records += two(3) + two(1) + two(0x409) + two(number) + two(text.count) + two(storage.count)
            storage += text
        }
        let table = two(0) + two(names.count) + two(6 + records.count) + records + storage
        let start = 12 + 16 * (tables.count + 1)
        var font = Array(tag.utf8) + two(tables.count + 1) + two(0) + two(0) + two(0)
        for name in tables { font += Array(name.utf8) + four(0) + four(start) + four(0) }
        font += Array("name".utf8) + four(0) + four(start) + four(table.count)
        return font + table
    }

    static func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)] }
    static func four(_ number: Int) -> [UInt8] { two(number >> 16) + two(number & 0xFFFF) }

    /// What Debian's fontconfig brings with it.
    static let serifPath = "/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf"
    static let hasSerif = FileManager.default.fileExists(atPath: serifPath)

    /// The same letters under a name that no machine knows.
    static func renamedSerif() throws -> [UInt8] {
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: serifPath)))
        let old = "DejaVu Serif".utf16.flatMap { two(Int($0)) }
        let new = "QuuxVu Serif".utf16.flatMap { two(Int($0)) }
        var start = 0
        while let range = bytes[start...].firstRange(of: old) {
            bytes.replaceSubrange(range, with: new)
            start = range.upperBound
        }
        return bytes
    }
}
