import Foundation
import Synchronization

/// Which way a language is written. Foundation finds that out slowly, and most sites have one language.
enum TextDirection {
    private static let known = Mutex<[String: String]>([:])

    /// `ltr` or `rtl`.
    ///
    /// - Parameter language: BCP 47.
    static func of(_ language: String) -> String {
        if let known = known.withLock({ $0[language] }) { return known }
        let direction = Locale.Language(identifier: language).characterDirection == .rightToLeft ? "rtl" : "ltr"
        known.withLock { $0[language] = direction }
        return direction
    }
}
