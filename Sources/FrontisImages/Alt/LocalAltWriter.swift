import FrontisCore
import FrontisStore

/// Alt texts for the site's own pictures: found, asked for, checked and kept as those of made pictures are.
struct LocalAltWriter: Sendable {
    let writer: AltWriter

    /// Finds or asks for the texts that authors have not written, once for each picture and language.
    ///
    /// - Parameter root: the site's folder, absolute.
    func describe(_ pictures: [LocalPicture], in root: String) async -> LocalAlts {
        let open = pictures.filter { !$0.isByAuthor }.sorted { $0.id < $1.id }
        var outcome = LocalAlts()
        let groups = Dictionary(grouping: open, by: \.image.digest).values.sorted { $0[0].id < $1[0].id }
        await groups.concurrently(width: writer.rules.concurrency) { same in
            await words(for: same, in: root)
        } then: { same, result in
            outcome.add(result, for: same)
        }
        outcome.diagnostics += findings(on: open, outcome.alts)
        outcome.diagnostics += writer.account.stated.findings()
        outcome.cost = writer.account.limit.total
        return outcome
    }

    /// - Parameter same: pictures of the same bytes, at least one.
    private func words(for same: [LocalPicture], in root: String) async -> AltWriter.Words {
        let (image, places) = (same[0].image, same.map(\.place))
        var words = AltWriter.Words()
        let languages = places.undescribedLanguages
        do throws(StoreError) {
            for language in languages {
                words.alts[language] = try writer.knownAlt(of: image.digest, language: language)
            }
        } catch {
            words.diagnostics.append(places[0].finding(error))
            return words
        }
        // What is known already is no reason to read a file.
        let isAnew = !writer.redescribed.isDisjoint(with: places.map(\.id))
        guard isAnew || words.alts.count < languages.count else { return words }
        return await writer.describe(image, at: places, in: "\(root)/\(same[0].file)")
    }

    /// The rules that every model's text has to keep, and texts that two pictures of a page share.
    private func findings(on pictures: [LocalPicture], _ alts: [SlotID: AltText]) -> [Diagnostic] {
        // Copies of a file are one picture, under the name of the first.
        let files = Dictionary(pictures.map { ($0.image.digest, $0.file) }, uniquingKeysWith: { min($0, $1) })
        var shown: [SlotID: AltChecker.Shown] = [:]
        for picture in pictures {
            guard let alt = alts[picture.id], let path = files[picture.image.digest].flatMap({ SitePath($0) }) else {
                continue
            }
            shown[picture.id] = AltChecker.Shown(path: path, alts: [picture.language: alt])
        }
        return AltChecker(writer.rules).findings(of: pictures.map(\.place), shown)
    }
}
