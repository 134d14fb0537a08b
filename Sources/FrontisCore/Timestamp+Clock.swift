import Foundation

extension Timestamp {
    /// By the machine's clock. A run reads it once and hands it on; only what a vendor's clock ends, an address or a
    /// token, is compared with the clock of that moment.
    package static var now: Timestamp { Timestamp(secondsSince1970: Int(Date().timeIntervalSince1970)) }

    /// So much later, or earlier.
    package static func + (time: Timestamp, seconds: Int) -> Timestamp {
        Timestamp(secondsSince1970: time.secondsSince1970 + seconds)
    }
}
