import FrontisCore

/// Numbers that look random and are the same for the same key on every machine: SplitMix64, by Sebastiano
/// Vigna, https://prng.di.unimi.it/splitmix64.c.
struct SeededGenerator {
    private var state: UInt64

    /// `stream` keeps choices apart, so that one more number drawn for a palette does not move a hill.
    init(key: Digest, stream: UInt64) {
        let seed = key.hex.utf8.prefix(16).reduce(UInt64(0)) { $0 << 4 | Self.value(of: $1) }
        state = seed ^ (stream &* 0xD1B5_4A32_D192_ED03)
    }

    private static func value(of digit: UInt8) -> UInt64 {
        UInt64(digit < 0x3A ? digit - 0x30 : digit - 0x57)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to but not including 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func number(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + fraction() * (range.upperBound - range.lowerBound)
    }

    mutating func integer(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

    /// One of several, of which there must be at least one.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[integer(0...elements.count - 1)]
    }

    /// Fisher and Yates' shuffle.
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var shuffled = elements
        for index in stride(from: elements.count - 1, to: 0, by: -1) {
            shuffled.swapAt(index, integer(0...index))
        }
        return shuffled
    }
}
