package import FrontisGallery

/// What a build is doing just now, in a few words: what is waited for longest stands over the rest.
package struct ProgressText: Sendable {
    private var stage = ""
    private var prompts = (done: 0, total: 0)
    private var total = 0
    private var done = 0
    private var made: [String] = []
    private var described: [String] = []
    private var texts = 0
    private var encoded = (done: 0, total: 0)

    package init() {}

    package mutating func note(_ progress: RunProgress) {
        switch progress {
        case .stage(let name): stage = name
        case .prompts(let done, let total): prompts = (done, total)
        case .pictures(let total): self.total = total
        case .started(let name): made.append(name)
        case .finished(let name):
            done += 1
            if let index = made.firstIndex(of: name) { made.remove(at: index) }
        case .describing(let name): described.append(name)
        case .described(let name):
            texts += 1
            if let index = described.firstIndex(of: name) { described.remove(at: index) }
        case .encoded(let done, let total): encoded = (done, total)
        }
    }

    /// `making pictures 3/12: posts/fox.md#hero`
    package var text: String {
        if prompts.total > prompts.done { return "writing prompts \(prompts.done)/\(prompts.total)" }
        if total > done { return "making pictures \(done)/\(total)" + Self.named(made) }
        if !described.isEmpty { return "describing pictures, \(texts) done" + Self.named(described) }
        if stage == Self.encoding, encoded.total > 0 { return "encoding pictures \(encoded.done)/\(encoded.total)" }
        return stage
    }

    private static func named(_ active: [String]) -> String { active.last.map { ": \($0)" } ?? "" }

    /// The stage in which nothing but sizes and formats is waited for.
    static let encoding = "encoding"
}
