import Foundation

/// How much memory the programs took that tests have run.
package enum ChildMemory {
    /// `RUSAGE_CHILDREN`, which is a number on one system and an enumeration on another.
    private static let children: Int32 = -1

    /// Bytes that the largest of all programs run so far had in memory at once.
    package static var peak: Int {
        var usage = rusage()
        guard getrusage(children, &usage) == 0 else { return 0 }
        return usage.ru_maxrss * 1024
    }
}
