/// Makes a file of the output when it is written, on any thread, so that the site is never in memory as a whole. It notes
/// what it reads for that: as long as all of it says the same, the file need not be made again.
package protocol OutputMaker: Sendable {
    /// Whether a template is run for it.
    var runsTemplate: Bool { get }

    /// All that can be read for it, in bytes that differ wherever anything of that differs: as long as they are the same,
    /// nobody need ask what has been read, and what it says. Nothing where that cannot be told.
    var grounds: [UInt8]? { get }

    /// For work that no input of the author's can make fail, as other files may have been written by then.
    func make() async throws -> MadeOutput

    /// Everything that was read says this now.
    ///
    /// - Parameter reads: as `make` gave them, in this run or in an earlier one of the same program.
    /// - Returns: nothing where that cannot be told.
    func said(by reads: [UInt8]) async -> SaidReads?

    /// What people call the parts of what was read.
    ///
    /// - Parameter reads: as `make` gave them in this run.
    func names(of reads: [UInt8]) -> [ReadName]
}

/// A file's bytes, and what was read for them.
package struct MadeOutput: Sendable {
    package var bytes: [UInt8]
    /// In the maker's own form; nothing where the next file may be another one though nothing that was read has changed.
    package var reads: [UInt8]?

    package init(bytes: [UInt8], reads: [UInt8]?) {
        (self.bytes, self.reads) = (bytes, reads)
    }
}
