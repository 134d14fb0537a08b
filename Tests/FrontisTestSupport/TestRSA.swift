/// Checks signatures of the kind RS256 (RFC 7518 section 3.3) without the library that makes them.
struct TestRSA {
    /// Thirty-two bits each, the lowest first.
    private let modulus: [UInt32]
    private let length: Int
    /// What Montgomery's way of multiplying needs: minus one over the lowest limb, and the square of the radix.
    private let inverse: UInt32
    private var square: [UInt32]

    /// A modulus in hexadecimal; the exponent is 65537.
    init(modulus hex: String) {
        let digits = Array(hex)
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count - 1, by: 2) {
            bytes.append(UInt8(String(digits[index...(index + 1)]), radix: 16) ?? 0)
        }
        length = bytes.count
        modulus = Self.number(bytes)
        var inverse: UInt32 = 1
        // Each step doubles the bits that are right.
        for _ in 0..<5 { inverse = inverse &* (2 &- modulus[0] &* inverse) }
        self.inverse = 0 &- inverse
        square = [1] + [UInt32](repeating: 0, count: modulus.count - 1)
        for _ in 0..<(modulus.count * 64) { square = doubled(square) }
    }

    func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == length else { return false }
        let base = Self.number(signature)
        guard Self.isLess(base, modulus) else { return false }
        let start = product(base, square)
        var power = start
        for _ in 0..<16 { power = product(power, power) }
        power = product(power, start)
        power = product(power, [1] + [UInt32](repeating: 0, count: modulus.count - 1))
        // RFC 8017 section 9.2: the digest behind its type, filled up.
        let type: [UInt8] = [
            0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04,
            0x20,
        ]
        let tail = [0x00] + type + TestSHA256.digest(of: message)
        let filling = [UInt8](repeating: 0xff, count: length - 2 - tail.count)
        return power == Self.number([0x00, 0x01] + filling + tail)
    }

    private static func number(_ bytes: [UInt8]) -> [UInt32] {
        var limbs: [UInt32] = []
        var end = bytes.count
        while end > 0 {
            let start = max(0, end - 4)
            limbs.append(bytes[start..<end].reduce(0) { $0 << 8 | UInt32($1) })
            end = start
        }
        return limbs
    }

    private static func isLess(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        for index in right.indices.reversed() where left[index] != right[index] { return left[index] < right[index] }
        return false
    }

    /// Montgomery's: the product over the radix, modulo the modulus.
    private func product(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        let count = modulus.count
        var sum = [UInt32](repeating: 0, count: count + 2)
        for limb in left {
            add(limb, right, to: &sum)
            add(sum[0] &* inverse, modulus, to: &sum)
            sum.removeFirst()
            sum.append(0)
        }
        let low = Array(sum[..<count])
        return sum[count] == 0 && Self.isLess(low, modulus) ? low : reduced(low)
    }

    private func add(_ factor: UInt32, _ number: [UInt32], to sum: inout [UInt32]) {
        var carry: UInt64 = 0
        for index in number.indices {
            let limb = UInt64(factor) * UInt64(number[index]) + UInt64(sum[index]) + carry
            sum[index] = UInt32(truncatingIfNeeded: limb)
            carry = limb >> 32
        }
        for index in number.count..<sum.count {
            let limb = UInt64(sum[index]) + carry
            sum[index] = UInt32(truncatingIfNeeded: limb)
            carry = limb >> 32
        }
    }

    private func doubled(_ number: [UInt32]) -> [UInt32] {
        var total = number
        var carry: UInt32 = 0
        for index in total.indices {
            total[index] = number[index] << 1 | carry
            carry = number[index] >> 31
        }
        return carry == 0 && Self.isLess(total, modulus) ? total : reduced(total)
    }

    /// Less the modulus, whatever is borrowed.
    private func reduced(_ number: [UInt32]) -> [UInt32] {
        var total = number
        var borrow: Int64 = 0
        for index in total.indices {
            let limb = Int64(total[index]) - Int64(modulus[index]) - borrow
            total[index] = UInt32(truncatingIfNeeded: limb)
            borrow = limb < 0 ? 1 : 0
        }
        return total
    }
}
