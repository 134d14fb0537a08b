package import FrontisCore
package import FrontisGallery

/// Builds a site whenever one of its files changes, until it is told to end. What is spent meanwhile is one run with one
/// budget.
package struct Watch: Sendable {
    private let options: BuildOptions
    private let plugins: [any Plugin]
    private let looks: Bool
    private let signal: ChangeSignal

    /// - Parameters:
    ///   - looks: whether the system is not asked to tell of changes.
    ///   - signal: for somebody else who has seen that a build is due.
    package init(
        options: BuildOptions, plugins: [any Plugin], looks: Bool, signal: ChangeSignal = ChangeSignal()
    ) {
        (self.options, self.plugins, self.looks, self.signal) = (options, plugins, looks, signal)
    }

    /// Work of a build, to be done within what shows its progress.
    package typealias Work = @Sendable (@escaping @Sendable (RunProgress) -> Void) async -> Build.Result

    /// - Parameters:
    ///   - note: is told what the user should know of the watch itself.
    ///   - perform: does each build.
    ///   - built: is told what came of it, and whether that is anything new: most builds that had nothing to do say nothing.
    package func run(
        note: @Sendable (String) -> Void, perform: @Sendable (@escaping Work) async -> Build.Result,
        built: @Sendable (Build.Result, _ isNews: Bool) -> Void
    ) async {
        let watcher = await SiteWatcher(options, looks: looks, signal: signal)
        defer { watcher.stop() }
        if let word = watcher.note { note(word) }
        var (kept, spent, shown) = (SiteState?.none, Money.zero, [Diagnostic]?.none)
        while !Task.isCancelled {
            var options = options.begunNow
            options.spent = spent
            let (earlier, current) = (kept, options)
            let result = await perform { progress in
                await Build(options: current, plugins: plugins, progress: progress).run(after: earlier)
            }
            guard !Task.isCancelled else { return }
            if let state = result.state { kept = state }
            spent = spent + result.report.cost.usd
            let pages = result.report.pages
            built(result, pages.rendered + pages.removed > 0 || result.diagnostics != shown)
            await result.keep()
            shown = result.diagnostics
            await watcher.change(until: options.now == nil ? result.validUntil : nil)
        }
    }
}
