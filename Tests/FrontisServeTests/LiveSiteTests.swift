import Testing

import FrontisBuild
@testable import FrontisServe

/// Browsers are told what has changed since their page was made, however long they were away.
@Suite struct LiveSiteTests {
    private let live = LiveSite(run: "one")
    private static let output = ServedOutput(folder: "/output", basePath: "/", files: ["index.html"])

    private func show(_ changed: Set<String>, problems: String? = nil) {
        live.show(Self.output, changed: changed, problems: problems, unpublished: [:])
    }

    private func first(since number: Int?, of run: String? = "one") async -> LiveSite.News? {
        await live.listen(since: number, of: run).first { _ in true }?.news
    }

    @Test func whatWasMissedIsToldAtOnce() async {
        show(["index.html"])
        for number in 0..<3 { show(["\(number).html"]) }
        #expect(live.current.number == 4)
        #expect(await first(since: 4)?.changed == [])
        #expect(await first(since: 2)?.changed == ["1.html", "2.html"])
        #expect(await first(since: 2)?.since == 2)
        #expect(await first(since: 2)?.isAll == false)
    }

    /// A page of another run, of before the first build, from too long ago, or from the future.
    @Test(arguments: [(0, "one"), (1, "two"), (nil, "one"), (1, nil), (-3, "one"), (.min, "one"), (.max, "one"), (999, "one")] as [(Int?, String?)])
    func whereNobodyKnowsAllMayHaveChanged(_ number: Int?, _ run: String?) async {
        show([])
        show(["a.html"])
        #expect(await first(since: number, of: run)?.isAll == true)
    }

    @Test func longAgoIsForgotten() async {
        for number in 0..<300 { show(["\(number).html"]) }
        #expect(await first(since: 50)?.isAll == true)
        #expect(await first(since: 290)?.changed.count == 10)
    }

    @Test func tooManyFilesAreNotNamed() async {
        show([])
        show(Set((0..<501).map { "\($0).html" }))
        #expect(await first(since: 1)?.isAll == true)
        #expect(await first(since: 1)?.changed == [])
    }

    @Test func listenersHearWhatHappensAndNoMore() async {
        show([])
        var news = live.listen(since: 1, of: "one").makeAsyncIterator()
        #expect(await news.next()?.news?.changed == [])
        show(["a.html"])
        // Nothing that anybody sees.
        show([])
        live.show(problems: "wrong")
        show([], problems: nil)
        #expect(await news.next()?.news?.changed == ["a.html"])
        let wrong = await news.next()?.news
        #expect(wrong?.problems == "wrong")
        #expect(wrong?.number == 2)
        let mended = await news.next()?.news
        #expect(mended != nil && mended?.problems == nil)
        #expect(live.listenerCount == 1)
        live.end()
        #expect(await news.next() == nil)
    }

    @Test func whoGoesAwayIsForgotten() async {
        show([])
        do {
            var news = live.listen(since: 1, of: "one").makeAsyncIterator()
            _ = await news.next()
            #expect(live.listenerCount == 1)
        }
        #expect(live.listenerCount == 0)
    }
}

extension LiveSite.Message {
    fileprivate var news: LiveSite.News? { if case .news(let news) = self { news } else { nil } }
}
