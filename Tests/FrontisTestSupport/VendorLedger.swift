package import FrontisCore

/// What the vendor thinks it is owed: the other side of the bill, for comparison with what Frontis reports.
package struct VendorLedger: Sendable, Equatable {
    /// One billed reply.
    package struct Charge: Sendable, Equatable {
        package var model: String
        /// Billionths of a US dollar: token prices are whole numbers in it.
        package var nanodollars: Int

        package init(model: String, nanodollars: Int) {
            self.model = model
            self.nanodollars = nanodollars
        }
    }

    /// In the order of the replies.
    package private(set) var charges: [Charge] = []

    package init() {}

    package mutating func add(_ charge: Charge) {
        charges.append(charge)
    }

    package var nanodollars: Int { charges.reduce(0) { $0 + $1.nanodollars } }
    package var usd: Double { Double(nanodollars) / 1e9 }
    package var money: Money { Money(usd: usd) }
}
