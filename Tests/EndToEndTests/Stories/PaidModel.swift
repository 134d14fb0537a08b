/// What a site has paid for, kept by simple means beside the program: which pictures there are for which words, which
/// of them each slot shows, and which have been described in which language. Pictures are numbers.
///
/// Slots whose prompt is written by a model (`auto`) are not followed: their entry only displaces what was there.
struct PaidModel {
    static let defaultModel = "gpt-image-2"

    struct Recipe {
        var candidates: [Int] = []
        var asked = 0
        var choice: Int?
        var choices: [String: Int] = [:]
    }

    struct Entry: Hashable {
        var recipe: String
        var asked: String
        var image: Int
    }

    /// What one command costs.
    struct Bill: Equatable {
        var requests = 0
        var pictures = 0
        var descriptions = 0
    }

    var prefixes: [String: String]
    /// The slots that the command at hand finds in the pages.
    private(set) var known: [String: String] = [:]

    mutating func find(_ posts: [RandomPost]) {
        known = Dictionary(posts.map { ($0.slot, asked($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private(set) var models: [Int: String] = [:]
    private(set) var recipes: [String: Recipe] = [:]
    private(set) var lock: [String: Entry] = [:] {
        didSet {
            for (slot, entry) in lock where oldValue[slot] != entry {
                history[slot] = entry
                given[slot, default: [:]][entry.asked] = entry
            }
        }
    }
    /// What the lock last said of each slot, pruned ones too.
    private var history: [String: Entry] = [:]
    /// What each slot was last given for each of the things that it has asked for.
    private var given: [String: [String: Entry]] = [:]
    /// By picture and language: whether a person has accepted the text.
    private(set) var texts: [String: Bool] = [:]
    /// The pictures that each slot has shown, the present one last; with the recipe that each was for.
    private(set) var shownBefore: [String: [Int]] = [:]
    /// Slots whose history holds pictures that are not followed.
    private(set) var wereAutomatic: Set<String> = []

    init(prefixes: [String: String]) { self.prefixes = prefixes }

    // MARK: What a post asks for

    func recipe(_ post: RandomPost) -> String {
        let words = (post.prompt ?? "auto").replacing("{{title}}", with: post.title)
        return (post.style.flatMap { prefixes[$0] }.map { $0 + " " } ?? "") + words
    }

    private func asked(_ post: RandomPost) -> String { "\(post.prompt ?? "auto") in \(post.style ?? "no style")" }

    private func accepts(_ image: Int, _ post: RandomPost) -> Bool { post.model.map { $0 == models[image] } ?? true }

    func accepted(_ post: RandomPost) -> [Int] {
        (recipes[recipe(post)]?.candidates ?? []).filter { accepts($0, post) }
    }

    /// The picture that a slot shows without anything being made.
    func shown(_ post: RandomPost) -> (image: Int, isStale: Bool)? {
        let recipe = recipe(post)
        let own = own(post) ?? moved(to: post) ?? lock[post.slot]
        if let own, own.recipe == recipe, accepts(own.image, post) { return (own.image, false) }
        let same = lock.filter { $0.value.recipe == recipe }.min { $0.key < $1.key }
        if let same, accepts(same.value.image, post) { return (same.value.image, false) }
        if let image = fromStore(post) { return (image, false) }
        if let own, own.asked == asked(post), accepts(own.image, post) { return (own.image, true) }
        return nil
    }

    /// What the slot itself was given for what it asks for.
    private func own(_ post: RandomPost) -> Entry? {
        lock[post.slot].flatMap { $0.asked == asked(post) ? $0 : nil } ?? given[post.slot]?[asked(post)]
    }

    /// What another slot was given for the same words, and asks for no longer: of the lock before that of the history.
    private func moved(to post: RandomPost) -> Entry? {
        let words = asked(post)
        guard own(post) == nil, post.prompt?.contains("{{") == false else { return nil }
        func isFree(_ slot: String) -> Bool { known[slot] != words }
        let locked = lock.filter { isFree($0.key) && $0.value.asked == words }
        let remembered = given.compactMapValues { $0[words] }.filter { isFree($0.key) && lock[$0.key]?.asked != words }
        let found = locked.min { $0.key < $1.key }?.value ?? remembered.min { $0.key < $1.key }?.value
        return found?.recipe == recipe(post) ? nil : found
    }

    private func fromStore(_ post: RandomPost) -> Int? {
        guard let known = recipes[recipe(post)] else { return nil }
        let all = accepted(post)
        return all.first { $0 == known.choices[post.slot] } ?? all.first { $0 == known.choice } ?? all.first
    }

    // MARK: Building

    /// A build of these posts, drafts left out.
    mutating func build(_ posts: [RandomPost]) -> Bill {
        var bill = Bill()
        let live = posts.filter { !$0.isDraft }.sorted { $0.slot < $1.slot }
        find(live)
        for post in live where post.prompt == nil {
            lock[post.slot] = Entry(recipe: "auto", asked: "auto", image: -1)
            wereAutomatic.insert(post.slot)
        }
        let worded = live.filter { $0.prompt != nil }
        var before: [String: (image: Int, isStale: Bool)] = [:]
        var moved: [String: Entry] = [:]
        for post in worded {
            if let found = shown(post) { before[post.slot] = found }
            moved[post.slot] = own(post) ?? self.moved(to: post)
        }
        // A picture by a pinned model also does for whoever pins none.
        for post in worded.filter({ $0.model != nil }) + worded.filter({ $0.model == nil }) {
            let wanted =
                worded.filter { recipe($0) == recipe(post) && $0.model == post.model }
                .compactMap(\.candidates).max() ?? 0
            let isStale = before[post.slot]?.isStale == true && accepted(post).isEmpty
            if isStale { continue }
            let missing = missing(post, wanted: max(1, wanted))
            if missing > 0 { make(missing, post, &bill) }
        }
        for post in worded {
            guard let (image, isStale) = before[post.slot] ?? fromStore(post).map({ ($0, false) }) else { continue }
            show(image, post, isStale: isStale)
            if isStale, let entry = moved[post.slot] { lock[post.slot] = entry }
            describe(image, post, &bill)
        }
        return bill
    }

    private func missing(_ post: RandomPost, wanted: Int) -> Int {
        let known = recipes[recipe(post)] ?? Recipe()
        let made = accepted(post).count
        return made == 0 ? wanted : max(0, wanted - max(known.asked - (known.candidates.count - made), made))
    }

    private mutating func make(_ count: Int, _ post: RandomPost, _ bill: inout Bill) {
        var known = recipes[recipe(post)] ?? Recipe()
        known.asked = max(known.asked, known.candidates.count) + count
        for _ in 0..<count {
            let image = models.count + 1
            models[image] = post.model ?? Self.defaultModel
            known.candidates.append(image)
        }
        recipes[recipe(post)] = known
        bill.requests += 1
        bill.pictures += count
    }

    private mutating func show(_ image: Int, _ post: RandomPost, isStale: Bool = false) {
        if lock[post.slot]?.image != image, shownBefore[post.slot]?.last != image {
            shownBefore[post.slot, default: []].append(image)
        }
        // A stale slot goes on saying what its picture was made for.
        if !isStale { lock[post.slot] = Entry(recipe: recipe(post), asked: asked(post), image: image) }
    }

    private mutating func describe(_ image: Int, _ post: RandomPost, _ bill: inout Bill) {
        guard post.alt == nil else { return }
        for language in post.languages where texts["\(image) \(language)"] == nil {
            texts["\(image) \(language)"] = false
            bill.descriptions += 1
        }
    }

    // MARK: Choosing; nothing where the program has to say no

    private mutating func choose(_ image: Int, _ post: RandomPost) {
        var known = recipes[recipe(post)] ?? Recipe()
        if !known.candidates.contains(image) { known.candidates.append(image) }
        known.choice = image
        known.choices[post.slot] = image
        recipes[recipe(post)] = known
        show(image, post)
    }

    mutating func pick(_ number: Int, _ post: RandomPost) -> Bill? {
        let all = recipes[recipe(post)]?.candidates ?? []
        guard all.indices.contains(number - 1), accepts(all[number - 1], post) else { return nil }
        choose(all[number - 1], post)
        return Bill()
    }

    mutating func keep(_ post: RandomPost) -> Bill? {
        guard let image = shown(post)?.image ?? lock[post.slot]?.image, accepts(image, post) else { return nil }
        choose(image, post)
        let wanted = post.candidates ?? 0
        let words = recipe(post)
        let asked = max(recipes[words]?.asked ?? 0, wanted)
        recipes[words]?.asked = asked
        return Bill()
    }

    mutating func undo(_ post: RandomPost) -> Bill? {
        guard let present = shown(post)?.image ?? lock[post.slot]?.image else { return nil }
        var stack = shownBefore[post.slot] ?? []
        if stack.last == present { stack.removeLast() }
        guard let image = stack.last else { return nil }
        shownBefore[post.slot] = stack
        choose(image, post)
        return Bill()
    }

    mutating func regenerate(_ post: RandomPost) -> Bill {
        var bill = Bill()
        make(1, post, &bill)
        if let image = recipes[recipe(post)]?.candidates.last {
            choose(image, post)
            describe(image, post, &bill)
        }
        return bill
    }

    /// `image make --slot --candidates`: as many in all as are wanted.
    mutating func makeCandidates(_ count: Int, _ post: RandomPost) -> Bill {
        var bill = Bill()
        let before = shown(post).flatMap { $0.isStale ? nil : $0.image }
        let missing = count - accepted(post).count
        if missing > 0 { make(missing, post, &bill) }
        if let image = before ?? fromStore(post) {
            show(image, post)
            describe(image, post, &bill)
        }
        return bill
    }

    // MARK: Texts

    mutating func setAlt(_ post: RandomPost, among posts: [RandomPost]) -> Bill? {
        guard post.alt == nil, let image = shown(post)?.image else { return nil }
        texts["\(image) en"] = true
        lockAll(showing: image, posts)
        return Bill()
    }

    mutating func acceptAlt(_ post: RandomPost, among posts: [RandomPost]) -> Bill? {
        guard post.alt == nil, let image = shown(post)?.image else { return nil }
        let keys = post.languages.map { "\(image) \($0)" }.filter { texts[$0] != nil }
        guard !keys.isEmpty else { return nil }
        guard keys.contains(where: { texts[$0] == false }) else { return Bill() }
        for key in keys { texts[key] = true }
        lockAll(showing: image, posts)
        return Bill()
    }

    private mutating func lockAll(showing image: Int, _ posts: [RandomPost]) {
        let showing = posts.filter { post in
            post.prompt != nil && lock[post.slot]?.image != image
                && shown(post).map { $0.image == image && !$0.isStale } == true
        }
        for post in showing { show(image, post) }
    }

    // MARK: Losses

    mutating func loseLock() { lock = [:] }

    mutating func prune(_ posts: [RandomPost]) {
        let slots = Set(posts.map(\.slot))
        lock = lock.filter { slots.contains($0.key) }
    }
}
