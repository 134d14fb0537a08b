package import FrontisCore
package import FrontisStore

extension SpendLedger.Contents {
    /// The finding about lines that cannot be read; nothing where all can.
    package func damage(in folder: GalleryFolder) -> Diagnostic? {
        guard let first = damagedLines.first else { return nil }
        let shown = damagedLines.prefix(10).map(String.init)
        var lines = shown.joined(separator: ", ")
        if damagedLines.count > shown.count { lines += " and \(damagedLines.count - shown.count) more" }
        let (noun, verb, whose) = damagedLines.count == 1 ? ("line", "is", "its call") : ("lines", "are", "their calls")
        return Diagnostic(
            .ledgerDamaged, "\(noun) \(lines) of the ledger \(verb) damaged, and \(whose) may be missing from the sum",
            at: SourceLocation(path: folder.shown(folder.store) + "/spend.jsonl", line: first),
            help: "restore the file from git or a backup; half a line that a killed run left may be taken out")
    }
}
