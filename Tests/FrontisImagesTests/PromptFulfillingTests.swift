import Foundation
import FrontisContent
import FrontisCore
import FrontisHTTP
import FrontisStore
import FrontisTestSupport
import Testing

@testable import FrontisImages

/// Writes what each page is called, and nothing for one.
private struct TitleWriter: PromptWriter {
    let name = "pen"
    let dialect = "scripted"

    func price(of request: PromptRequest) -> Price? { Price(0) }

    func writePrompt(_ request: PromptRequest) async throws(ProviderFailure) -> WrittenPrompt {
        if request.pageTitle == "b" { throw ProviderFailure(.refused, "will not") }
        return WrittenPrompt(text: "A picture of \(request.pageTitle)", model: nil)
    }
}

@Suite struct PromptFulfillingTests {
    /// Whoever waits wants to know for how many, and a prompt that is not to be had is waited for no longer.
    @Test func promptsAreCountedAsTheyAreSettled() async throws {
        let folder = NSTemporaryDirectory() + "frontis-prompts-" + UUID().uuidString
        defer {
            do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
        }
        let pages = ["a", "b", "c"].map { name in
            var page = Page(source: .file("\(name).md"), kind: .page, section: "", slug: name, title: name, language: "en")
            var request = ImageRequest(
                name: .hero, prompt: Located("auto", at: SourceLocation(path: "content/\(name).md", line: 2, column: 11)))
            request.isAutomatic = true
            page.imageRequests = [request]
            return page
        }
        var configuration = SiteConfiguration()
        configuration.images.concurrency = 1
        let slots = SlotCollector(configuration: configuration, references: [:]).collect(from: PageWishes(of: pages).wishes).unwritten
        #expect(slots.count == 3)
        let store = ImageStore(directory: folder + "/store", cache: folder + "/cache")
        let counts = Shared<[[Int]]>([])
        let fulfiller = PromptFulfiller(
            store: store, writer: TitleWriter(), account: SpendingAccount(store: store, budget: 5),
            rules: .init(
                configuration: configuration, policy: .make, now: "2026-06-01T12:00:00Z",
                retry: RetryPolicy(sleep: { _ in })),
            progress: { done, total in counts.withLock { $0.append([done, total]) } })
        let outcome = await fulfiller.write(slots)
        #expect(counts.withLock { $0 } == [[0, 3], [1, 3], [2, 3], [3, 3]])
        #expect(outcome.prompts.values.sorted() == ["A picture of a", "A picture of c"])
        #expect(outcome.diagnostics.count == 1)
    }
}
