import Foundation
import FrontisCore
import Synchronization

/// Which pages are about the same: those that share terms, and rare words of their titles. Found for all pages when somebody
/// asks, and the same on every run.
final class RelatedPages: Sendable {
    private let structure: SiteStructure
    private let count: Int
    /// By page.
    private let found: Mutex<[[Int]]?> = Mutex(nil)

    /// - Parameter count: how many are wanted for a page at most.
    init(_ structure: SiteStructure, count: Int) { (self.structure, self.count) = (structure, count) }

    /// Indices of pages in its language, the closest first.
    func pages(of index: Int) -> [Int] {
        guard count > 0, structure.pages.indices.contains(index) else { return [] }
        return found.withLock { found in
            if let found { return found[index] }
            var made: [[Int]] = Array(repeating: [], count: structure.pages.count)
            let translated = structure.translated.sorted { $0.key < $1.key }.map(\.value)
            // A page of two languages' lists has what the first of them says.
            for language in ([structure.main] + translated).reversed() {
                var group = RelatedGroup(language, structure.pages)
                for (place, page) in language.ordered.enumerated() {
                    made[page] = group.related(to: place, count: count)
                }
            }
            found = made
            return made[index]
        }
    }
}

/// The pages of one language.
private struct RelatedGroup {
    /// Indices of pages, in the order of lists: the newest first.
    private let order: [Int]
    /// By place in the order: what a page is about.
    private var features: [[Int]] = []
    /// By feature: the places that have it, ascending.
    private var holders: [[Int32]] = []
    /// By feature: what sharing it counts.
    private var weights: [Int32] = []
    /// By place: what another page has in common with the one that is looked at; all zero in between.
    private var scores: [Int32]

    /// Of a term or a word that many have, only those near a page in time are looked at.
    private static let window = 48

    init(_ language: LanguageStructure, _ pages: [Page]) {
        order = language.ordered
        scores = Array(repeating: 0, count: order.count)
        features.reserveCapacity(order.count)
        let firstTerms = language.taxonomies.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.terms.count) }
        let terms = firstTerms.last ?? 0
        holders = Array(repeating: [], count: terms)
        var words: [String: Int] = [:]
        for (place, index) in order.enumerated() {
            var own: [Int] = []
            for (taxonomy, first) in zip(language.taxonomies, firstTerms) {
                for word in pages[index].terms[taxonomy.name] ?? [] {
                    if let term = taxonomy.index(of: word.value), !own.contains(first + term) {
                        own.append(first + term)
                    }
                }
            }
            for word in Self.words(of: pages[index].title) {
                let feature = words[word] ?? holders.count
                if feature == holders.count {
                    words[word] = feature
                    holders.append([])
                }
                if !own.contains(feature) { own.append(feature) }
            }
            for feature in own { holders[feature].append(Int32(place)) }
            features.append(own)
        }
        weights = holders.enumerated().map { feature, holders in
            let rarity = log2(Double(order.count + 1) / Double(max(1, holders.count)))
            if feature < terms { return Int32((rarity * 300).rounded()) }
            // What one title in twenty says is nobody's subject.
            return holders.count > max(4, order.count / 20) ? 0 : Int32((rarity * 100).rounded())
        }
    }

    /// Indices of pages, the closest first; of two that are as close, the one that is nearer in time.
    mutating func related(to place: Int, count: Int) -> [Int] {
        var touched: [Int32] = []
        for feature in features[place] where weights[feature] > 0 {
            for other in near(place, among: holders[feature]) {
                if scores[Int(other)] == 0 { touched.append(other) }
                scores[Int(other)] += weights[feature]
            }
        }
        scores[place] = 0
        var best: [(score: Int32, distance: Int, place: Int)] = []
        for other in touched.map(Int.init) where other != place {
            let candidate = (score: -scores[other], distance: abs(other - place), place: other)
            scores[other] = 0
            if best.count == count, let last = best.last, candidate > last { continue }
            let rank = best.firstIndex { candidate < $0 } ?? best.endIndex
            best.insert(candidate, at: rank)
            if best.count > count { best.removeLast() }
        }
        return best.map { order[$0.place] }
    }

    private func near(_ place: Int, among holders: [Int32]) -> ArraySlice<Int32> {
        guard holders.count > 2 * Self.window else { return holders[...] }
        var (low, high) = (0, holders.count)
        while low < high {
            let middle = (low + high) / 2
            if holders[middle] < place { low = middle + 1 } else { high = middle }
        }
        let start = max(0, min(low - Self.window, holders.count - 2 * Self.window))
        return holders[start..<start + 2 * Self.window]
    }

    /// Words that may tell what a page is about: of four letters, or of two in scripts that need no more.
    private static func words(of title: String) -> [String] {
        Slug.make(title).split(separator: "-").filter { word in
            word.utf8.count >= 4
        }.map(String.init)
    }
}
