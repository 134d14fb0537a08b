extension Array where Element: Sendable {
    /// Maps on up to `jobs` threads; results come back in the order of the elements, whatever finished first.
    ///
    /// Elements are dealt out in runs, so that a cheap transform is not drowned in task switches.
    package func parallelMap<Result: Sendable>(
        jobs: Int, _ transform: @escaping @Sendable (Element) async -> Result
    ) async -> [Result] {
        guard jobs > 1, count > 1 else { return await Self.mapped(self[...], transform) }
        let runLength = Swift.max(1, Swift.min(64, count / (jobs * 4)))
        let runs = stride(from: 0, to: count, by: runLength).map { $0..<Swift.min($0 + runLength, count) }
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            var next = 0
            func addRun() {
                guard next < runs.count else { return }
                let index = next
                let slice = self[runs[index]]
                group.addTask { (index, await Self.mapped(slice, transform)) }
                next += 1
            }
            for _ in 0..<jobs { addRun() }
            var results = [[Result]?](repeating: nil, count: runs.count)
            while let (index, mapped) = await group.next() {
                results[index] = mapped
                addRun()
            }
            var all: [Result] = []
            all.reserveCapacity(count)
            for case let mapped? in results { all.append(contentsOf: mapped) }
            return all
        }
    }

    private static func mapped<Result: Sendable>(
        _ slice: ArraySlice<Element>, _ transform: @Sendable (Element) async -> Result
    ) async -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(slice.count)
        for element in slice { results.append(await transform(element)) }
        return results
    }
}
