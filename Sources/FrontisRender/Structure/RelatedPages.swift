import Foundation
import FrontisCore
import Synchronization

/// Which pages are about the same: those that share terms, and rare words of their titles. Found when somebody asks, once
/// for each page, and the same on every run.
final class RelatedPages: Sendable {
    private let structure: SiteStructure
    private let count: Int
    private let found: Mutex<[Int: [Int]]> = Mutex([:])
    private let groups: Mutex<[Group]?> = Mutex(nil)

    /// - Parameter count: how many are wanted for a page at most.
    init(_ structure: SiteStructure, count: Int) { (self.structure, self.count) = (structure, count) }

    /// Indices of pages in its language, the closest first.
    func pages(of index: Int) -> [Int] {
        guard count > 0, structure.pages.indices.contains(index) else { return [] }
        if let known = found.withLock({ $0[index] }) { return known }
        let groups = groups.withLock { groups in
            if let groups { return groups }
            let made = Self.groups(structure)
            groups = made
            return made
        }
        let related = groups.lazy.compactMap { $0.related(to: index, count: self.count) }.first ?? []
        found.withLock { $0[index] = related }
        return related
    }

    private static func groups(_ structure: SiteStructure) -> [Group] {
        let translated = structure.translated.sorted { $0.key < $1.key }.map(\.value)
        return ([structure.main] + translated).map { Group($0, structure.pages) }
    }

    /// The pages of one language.
    private struct Group: Sendable {
        /// Indices of pages, in the order of lists.
        let order: [Int]
        /// By page: its place in `order`.
        let places: [Int: Int]
        /// By place: what it is about.
        let features: [[Int]]
        /// By feature: the places that have it, ascending.
        let holders: [[Int]]
        /// By feature: what sharing it counts.
        let weights: [Int]

        /// Of a term or a word that many have, only those near a page in time are looked at.
        private static let window = 48

        init(_ language: LanguageStructure, _ pages: [Page]) {
            order = language.ordered
            places = Dictionary(uniqueKeysWithValues: zip(order, 0...))
            var features: [[Int]] = Array(repeating: [], count: order.count)
            var holders: [[Int]] = []
            var isTerm: [Bool] = []
            var numbers: [String: Int] = [:]
            func number(_ name: String, term: Bool) -> Int {
                if let known = numbers[name] { return known }
                numbers[name] = holders.count
                holders.append([])
                isTerm.append(term)
                return holders.count - 1
            }
            for (place, index) in order.enumerated() {
                var own: Set<Int> = []
                for taxonomy in language.taxonomies {
                    for word in pages[index].head.terms(in: taxonomy.name) {
                        guard let term = taxonomy.index(of: word) else { continue }
                        own.insert(number("\(taxonomy.name)/\(term)", term: true))
                    }
                }
                for word in RelatedPages.words(of: pages[index].title) { own.insert(number(word, term: false)) }
                features[place] = own.sorted()
                for feature in own { holders[feature].append(place) }
            }
            let total = order.count
            weights = holders.indices.map { feature in
                let rarity = log2(Double(total + 1) / Double(holders[feature].count))
                // What one title in twenty says is nobody's subject.
                if !isTerm[feature], holders[feature].count > max(4, total / 20) { return 0 }
                return Int((rarity * (isTerm[feature] ? 300 : 100)).rounded())
            }
            (self.features, self.holders) = (features, holders)
        }

        /// Nothing for a page that is not in the language.
        func related(to index: Int, count: Int) -> [Int]? {
            guard let place = places[index] else { return nil }
            var scores: [Int: Int] = [:]
            for feature in features[place] where weights[feature] > 0 {
                for other in near(place, among: holders[feature]) where other != place {
                    scores[other, default: 0] += weights[feature]
                }
            }
            // The newer one of two that are as close and as far away.
            func key(_ other: Int) -> (Int, Int, Int) { (-(scores[other] ?? 0), abs(other - place), other) }
            return scores.keys.sorted { key($0) < key($1) }.prefix(count).map { order[$0] }
        }

        private func near(_ place: Int, among holders: [Int]) -> ArraySlice<Int> {
            guard holders.count > 2 * Self.window else { return holders[...] }
            var (low, high) = (0, holders.count)
            while low < high {
                let middle = (low + high) / 2
                if holders[middle] < place { low = middle + 1 } else { high = middle }
            }
            let start = max(0, min(low - Self.window, holders.count - 2 * Self.window))
            return holders[start..<start + 2 * Self.window]
        }
    }

    /// Words that may tell what a page is about: of four letters, or of two in scripts that need no more.
    private static func words(of title: String) -> Set<String> {
        Set(
            Slug.make(title).split(separator: "-").filter { word in
                word.count >= 4 || (word.count >= 2 && word.utf8.contains { $0 >= 0x80 })
            }.map(String.init))
    }
}
