import Foundation
import FrontisCore
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        ("0.0412", "0.0412"), ("0", "0"), ("1", "1"), ("12.5", "12.5"), ("0.000001", "0.000001"), ("1e-7", "0.0000001"),
        ("0.000000001", "0.000000001"), ("0.0000000004", "0"), ("1e-300", "0"), ("0.9999999999", "1"), ("5e-1", "0.5"),
        ("123456.789", "123456.789"), ("999999999.123456789", "999999999.123456789"), (".5", "0.5"), ("5.", "5"),
        ("1000000000.000001", "1000000000"), ("1e15", "1000000000"), ("1e300", "1000000000"),
        ("9223372036854775807", "1000000000"), ("99999999999999999999999999999999999", "1000000000"), ("-0", "0"),
    ])
    func writtenAmountsAreReadExactlyAndWrittenWithoutExponent(text: String, number: String) throws {
        #expect(try #require(Money(written: text)).jsonNumber == number)
    }

    @Test(arguments: ["", "-1", "nan", "inf", "infinity", "-1e300", "1,5", "$5", "5 ", "1e999", "a", "1.2.3", "."])
    func whatIsNoAmountIsNone(text: String) {
        #expect(Money(written: text) == nil)
    }

    @Test(arguments: [
        (0.0412, "0.0412"), (0.1 + 0.2, "0.3"), (-1, "0"), (-.infinity, "0"), (.nan, "0"), (.infinity, "1000000000"),
        (1e300, "1000000000"), (.leastNonzeroMagnitude, "0"), (4.1223e-2, "0.041223"),
    ])
    func numbersAreTheNearestAmount(usd: Double, number: String) {
        #expect(Money(usd: usd).jsonNumber == number)
    }

    @Test(arguments: [
        (0, "$0.00", "$0.00", "$0.00"), (0.1, "$0.10", "$0.10", "$0.10"), (0.0412, "$0.0412", "$0.0412", "$0.0412"),
        (0.041223, "$0.0412", "$0.0413", "$0.041223"), (0.00005, "$0.0001", "$0.0001", "$0.00005"),
        (0.000000001, "$0.00", "$0.0001", "$0.000000001"), (0.99999, "$1.00", "$1.00", "$0.99999"),
        (12.5, "$12.50", "$12.50", "$12.50"), (1e9, "$1000000000.00", "$1000000000.00", "$1000000000.00"),
    ])
    func forPeople(usd: Double, nearest: String, atLeast: String, exact: String) {
        let money = Money(usd: usd)
        #expect(money.text == nearest)
        #expect(money.textAtLeast == atLeast)
        #expect(money.exactText == exact)
    }

    @Test func sumsAreExactAndBounded() {
        #expect((0..<10).reduce(Money.zero) { sum, _ in sum + 0.1 } == 1)
        #expect(Money.most + Money.most == Money.most)
        #expect((1 as Money) - 2 == 0)
        #expect((0.04 as Money) * 3 == 0.12)
        #expect((0.04 as Money) * -3 == 0)
        #expect(Money.most * Int.max == Money.most)
        #expect((1 as Money) / 3 == 0.333333333)
        #expect((1 as Money) / 0 == 1)
        #expect((60 as Money).perMillion(1120) == 0.0672)
        #expect(Money.most.perMillion(Int.max) == Money.most)
        #expect((5 as Money).perMillion(Int.min) == 0)
        #expect((1 as Money).perMillion(Int.max).usd > 9e8)
        #expect((0.15 as Money).perMillion(1) == 0.00000015)
    }

    /// Whatever numbers come, none ends the program, and what is written is read back as it was.
    @Test(arguments: 0..<8)
    func anythingGoes(seed: UInt64) throws {
        var random = Numbers(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        for _ in 0..<2000 {
            let number = Double(bitPattern: random.next())
            let count = Int(bitPattern: UInt(random.next()))
            let (one, other) = (Money(usd: number), Money(usd: Double(bitPattern: random.next())))
            for money in [one, one + other, one - other, one * count, one / count, one.perMillion(count)] {
                #expect(money >= .zero && money <= .most, "seed \(seed)")
                #expect(Money(written: money.jsonNumber) == money, "seed \(seed): \(money)")
                #expect(money.text.hasPrefix("$") && money.textAtLeast.hasPrefix("$") && money.exactText.hasPrefix("$"))
            }
            #expect(one + other == other + one)
            _ = Money(written: "\(number)")
        }
    }

    @Test func reportsHoldNumbers() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let costs: [Cost] = [.nothing, Cost(usd: 0.041223, estimated: true), Cost(usd: 2, estimated: false)]
        let text = String(decoding: try encoder.encode(costs), as: UTF8.self)
        #expect(
            text == #"[{"estimated":false,"usd":0},{"estimated":true,"usd":0.041223},{"estimated":false,"usd":2}]"#)
        #expect(try JSONDecoder().decode([Cost].self, from: Data(text.utf8)) == costs)
    }
}

/// Numbers that are the same in every run.
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
