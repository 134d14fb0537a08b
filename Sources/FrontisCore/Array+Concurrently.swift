extension Array where Element: Sendable {
    /// Has up to `width` elements worked on at the same time, and tells of each result as it comes. After a cancellation
    /// nothing more is begun.
    package func concurrently<Result: Sendable>(
        width: Int, _ work: @escaping @Sendable (Element) async -> Result, then finish: (Element, Result) -> Void
    ) async {
        await withTaskGroup(of: (Element, Result).self) { group in
            var waiting = self[...]
            func addNext() {
                guard !Task.isCancelled, let element = waiting.popFirst() else { return }
                group.addTask { (element, await work(element)) }
            }
            for _ in 0..<Swift.max(1, width) { addNext() }
            while let (element, result) = await group.next() {
                finish(element, result)
                addNext()
            }
        }
    }
}
