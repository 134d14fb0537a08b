/// Lets so many programs run at one time. More would only take the time from each other, and from tests that wait for
/// an answer: all tests start at once, on however few cores there are.
actor ProgramPlaces {
    /// Enough for tests that need several builds side by side.
    static let shared = ProgramPlaces(8)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    private init(_ count: Int) {
        free = count
    }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
