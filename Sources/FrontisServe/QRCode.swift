/// An address as a phone reads it off a screen: a QR code (ISO/IEC 18004) of bytes, at error correction level L.
package struct QRCode: Sendable {
    /// Modules a side, without the quiet zone.
    package private(set) var size: Int
    /// By row and column: whether a module is dark.
    package private(set) var modules: [[Bool]]
    /// Modules that hold no data: patterns, and what says how the rest is masked.
    private var isFixed: [[Bool]]

    /// Codewords of data and of error correction, in one block each (table 9), by version from 1 on.
    private static let versions = [(19, 7), (34, 10), (55, 15), (80, 20), (108, 26)]
    private static let maskCount = 8

    /// Nothing for a text that is longer than 106 bytes.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        // Mode and length take 12 bits.
        guard let index = Self.versions.firstIndex(where: { $0.0 >= bytes.count + 2 }) else { return nil }
        let (dataCount, checkCount) = Self.versions[index]
        size = 21 + 4 * index
        modules = Array(repeating: Array(repeating: false, count: size), count: size)
        isFixed = modules
        drawPatterns(version: index + 1)
        let data = Self.codewords(of: bytes, count: dataCount)
        place(data + Self.checks(of: data, count: checkCount))
        let masked = (0..<Self.maskCount).map { mask -> QRCode in
            var code = self
            code.apply(mask)
            return code
        }
        self = masked.min { $0.penalty < $1.penalty } ?? self
    }

    // MARK: Codewords

    private static func codewords(of bytes: [UInt8], count: Int) -> [UInt8] {
        var bits: [Bool] = []
        func add(_ value: Int, _ length: Int) {
            bits += (0..<length).reversed().map { value >> $0 & 1 == 1 }
        }
        // Byte mode, then how many there are.
        add(0b0100, 4)
        add(bytes.count, 8)
        for byte in bytes { add(Int(byte), 8) }
        add(0, min(4, count * 8 - bits.count))
        add(0, (8 - bits.count % 8) % 8)
        var words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        for pad in 0..<count - words.count { words.append(pad.isMultiple(of: 2) ? 0xEC : 0x11) }
        return words
    }

    /// Reed-Solomon over GF(256) with the polynomial 0x11D: what is left of the data by the generator.
    private static func checks(of data: [UInt8], count: Int) -> [UInt8] {
        var generator: [UInt8] = [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            var next = generator + [0]
            for (place, factor) in generator.enumerated() { next[place + 1] ^= product(factor, root) }
            generator = next
            root = product(root, 2)
        }
        var rest = [UInt8](repeating: 0, count: count)
        for word in data {
            let factor = word ^ rest[0]
            rest.removeFirst()
            rest.append(0)
            for place in rest.indices { rest[place] ^= product(generator[place + 1], factor) }
        }
        return rest
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result = 0
        for bit in (0..<8).reversed() {
            result = result << 1 ^ (result >> 7 * 0x11D)
            if right >> bit & 1 == 1 { result ^= Int(left) }
        }
        return UInt8(truncatingIfNeeded: result)
    }

    // MARK: Drawing

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard modules.indices.contains(row), modules.indices.contains(column) else { return }
        modules[row][column] = isDark
        isFixed[row][column] = true
    }

    private mutating func drawPatterns(version: Int) {
        for place in 0..<size {
            fix(6, place, place.isMultiple(of: 2))
            fix(place, 6, place.isMultiple(of: 2))
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
            drawSquares(row, column, reach: 4, light: [2, 4])
        }
        if version > 1 { drawSquares(size - 7, size - 7, reach: 2, light: [1]) }
        // What says how it is masked is written last; its place is taken.
        drawFormat(0)
        fix(size - 8, 8, true)
    }

    /// Squares about a middle, each one module wide.
    private mutating func drawSquares(_ row: Int, _ column: Int, reach: Int, light: Set<Int>) {
        for down in -reach...reach {
            for across in -reach...reach {
                fix(row + down, column + across, !light.contains(max(abs(down), abs(across))))
            }
        }
    }

    /// Level L and the mask, with 10 bits to check them by (BCH), twice.
    private mutating func drawFormat(_ mask: Int) {
        let value = 0b01 << 3 | mask
        var rest = value
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9 * 0b101_0011_0111) }
        let bits = (value << 10 | rest) ^ 0b101_0100_0001_0010
        func bit(_ number: Int) -> Bool { bits >> number & 1 == 1 }
        for number in 0..<6 { fix(number, 8, bit(number)) }
        fix(7, 8, bit(6))
        fix(8, 8, bit(7))
        fix(8, 7, bit(8))
        for number in 9..<15 { fix(8, 14 - number, bit(number)) }
        for number in 0..<8 { fix(8, size - 1 - number, bit(number)) }
        for number in 8..<15 { fix(size - 15 + number, 8, bit(number)) }
    }

    /// In two columns at a time, from the right, up and down in turn, past the column of the timing pattern.
    private mutating func place(_ words: [UInt8]) {
        var bits: [Bool] = words.reversed().flatMap { word in (0..<8).map { word >> $0 & 1 == 1 } }
        var isUpwards = true
        for right in stride(from: size - 1, to: 0, by: -2) {
            let right = right <= 6 ? right - 1 : right
            for step in 0..<size {
                let row = isUpwards ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row][column] {
                    modules[row][column] = bits.popLast() ?? false
                }
            }
            isUpwards.toggle()
        }
    }

    private mutating func apply(_ mask: Int) {
        for row in 0..<size {
            for column in 0..<size where !isFixed[row][column] && Self.isMasked(row, column, by: mask) {
                modules[row][column].toggle()
            }
        }
        drawFormat(mask)
    }

    private static func isMasked(_ row: Int, _ column: Int, by mask: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    // MARK: Choosing

    /// How hard it is to read (section 7.8.3): long runs, blocks, what looks like a finder, and too much of one colour.
    private var penalty: Int {
        let columns = (0..<size).map { column in modules.map { $0[column] } }
        var sum = (modules + columns).reduce(0) { $0 + Self.penalty(ofLine: $1) }
        for row in 1..<size {
            for column in 1..<size {
                let isDark = modules[row][column]
                let others = [modules[row - 1][column], modules[row][column - 1], modules[row - 1][column - 1]]
                if others.allSatisfy({ $0 == isDark }) { sum += 3 }
            }
        }
        let dark = modules.joined().count { $0 }
        return sum + abs(dark * 20 - size * size * 10) / (size * size) * 10
    }

    private static let finder = [true, false, true, true, true, false, true]

    private static func penalty(ofLine line: [Bool]) -> Int {
        var (sum, run) = (0, 0)
        for (place, isDark) in line.enumerated() {
            run = place > 0 && line[place - 1] == isDark ? run + 1 : 1
            if run == 5 { sum += 3 } else if run > 5 { sum += 1 }
        }
        let light = [Bool](repeating: false, count: 4)
        for pattern in [finder + light, light + finder] where line.count >= pattern.count {
            for start in 0...line.count - pattern.count where line[start..<start + pattern.count].elementsEqual(pattern)
            {
                sum += 40
            }
        }
        return sum
    }

    // MARK: In a terminal

    /// Lines of half blocks, dark on light whatever colours the terminal has, with the quiet zone that readers need.
    package var terminalText: String {
        let margin = 4
        func isDark(_ row: Int, _ column: Int) -> Bool {
            modules.indices.contains(row) && modules.indices.contains(column) && modules[row][column]
        }
        return stride(from: -margin, to: size + margin, by: 2).map { row in
            let line = (-margin..<size + margin).map { column in
                switch (isDark(row, column), isDark(row + 1, column)) {
                case (true, true): "█"
                case (true, false): "▀"
                case (false, true): "▄"
                case (false, false): " "
                }
            }
            return "\u{1B}[30;107m" + line.joined() + "\u{1B}[0m\n"
        }.joined()
    }
}
