/// A text of a page that is kept on the disk, so that a site is never in memory as a whole.
package struct StoredText: Sendable, Hashable, Codable {
    /// Where it begins, in bytes.
    package var offset: Int
    /// How long it is, in bytes.
    package var count: Int
    /// The beginning of its digest: another text has another one.
    package var check: UInt64

    package init(offset: Int, count: Int, check: UInt64) {
        (self.offset, self.count, self.check) = (offset, count, check)
    }
}
