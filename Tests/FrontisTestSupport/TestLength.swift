import Foundation

/// How much the tests do that could go on for ever: `Scripts/test` runs them short, `Scripts/test --long` runs all of
/// them. This is the one place that asks which it is; every such test says beside its two numbers what is left out.
package enum TestLength {
    package static let isLong = ProcessInfo.processInfo.environment["FRONTIS_TESTS"] == "long"

    /// One of the two.
    package static func of<Value>(short: Value, long: Value) -> Value { isLong ? long : short }
}
