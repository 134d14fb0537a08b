package import FrontisCore
package import FrontisStore

/// What has come of describing the site's own pictures.
package struct LocalAlts: Sendable {
    /// For each picture without words by its author; `missing` where there is no text.
    package var alts: [SlotID: AltText] = [:]
    /// To be merged into the lock.
    package var lockEntries: [SiteLock.LocalAltID: SiteLock.LocalAlt] = [:]
    package var diagnostics: [Diagnostic] = []
    package var kept = 0
    package var made = 0
    /// Of the whole run so far, slots included; nothing where nobody was asked.
    package var cost: Cost?

    package init() {}

    package var isComplete: Bool { !alts.values.contains { $0.source == .missing } }

    /// - Parameter same: pictures of the same bytes.
    mutating func add(_ words: AltWriter.Words, for same: [LocalPicture]) {
        diagnostics += words.diagnostics
        made += words.made
        kept += words.alts.count - words.made
        for picture in same {
            guard let alt = words.alts[picture.language] else {
                alts[picture.id] = AltText(text: "", source: .missing, language: picture.language)
                continue
            }
            alts[picture.id] = alt
            let id = SiteLock.LocalAltID(file: picture.file, language: picture.language)
            lockEntries[id] = SiteLock.LocalAlt(image: picture.image.digest, alt)
        }
    }
}
