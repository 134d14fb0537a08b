import Foundation
import FrontisProviders
import FrontisTestSupport
import Testing

/// What every protocol must do when things go wrong, through the built program. A new dialect is covered as soon as
/// its vendor's side stands in `DialectCase.all`, and these tests fail until it does.
@Suite struct DialectContractTests {
    /// One way for things to go wrong, and what has to come of it.
    struct Row: Sendable, CustomStringConvertible {
        /// How the rest of the vendor's answers come.
        enum Then: Sendable {
            /// The fault goes on.
            case same
            case normal
        }

        var name: String
        var fault: Behaviour
        var then = Then.same
        /// Nothing: the picture is made all the same.
        var finding: [String] = []
        /// How often a picture may be asked for.
        var requests: ClosedRange<Int>
        /// Whether the head of the answer comes whole; where it says all, nothing is asked for again.
        var hasHead = false
        var description: String { name }
    }

    static let rows: [Row] = [
        Row(name: "too many requests", fault: .failing(.rateLimited), then: .normal, requests: 2...2),
        Row(name: "an error of the vendor's", fault: .failing(.overloaded), then: .normal, requests: 2...2),
        Row(name: "a proxy's 502", fault: .html(status: 502), then: .normal, requests: 2...2),
        Row(name: "reset before the answer", fault: .resetBeforeReply, then: .normal, requests: 2...2),
        Row(name: "reset in the answer", fault: .resetMidway, then: .normal, requests: 2...2, hasHead: true),
        Row(name: "an answer cut short", fault: .bodyCutShort, then: .normal, requests: 2...2, hasHead: true),
        Row(name: "a slow answer", fault: .drip(bytes: 200, pause: .milliseconds(1)), requests: 1...1),
        Row(name: "a wrong content type", fault: Behaviour.normal.labelled("text/html"), requests: 1...1),
        Row(name: "busy for good", fault: .failing(.rateLimited), finding: ["provider-busy"], requests: 4...4),
        Row(name: "refused", fault: .refused, finding: ["provider-refused"], requests: 1...1),
        Row(name: "no quota", fault: .failing(.outOfQuota), finding: ["provider-quota"], requests: 1...1),
        Row(name: "a wrong key", fault: .failing(.keyRejected), finding: ["provider-credentials"], requests: 1...1),
        Row(name: "a model that is gone", fault: .failing(.modelGone), finding: ["provider-retired"], requests: 1...1),
        Row(
            name: "no results", fault: .noResults, finding: ["provider-unusable", "provider-refused"],
            requests: 1...1),
        Row(
            name: "no member for results", fault: .missingResults, finding: ["provider-unusable", "provider-refused"],
            requests: 1...1),
        Row(name: "broken JSON", fault: .brokenJSON, finding: ["provider-unusable"], requests: 1...1),
        Row(name: "an endless answer", fault: .endlessBody, finding: ["provider-unusable"], requests: 1...1),
        Row(name: "HTML for JSON", fault: .html(), finding: ["provider-unusable"], requests: 1...1),
        Row(
            name: "an HTML 404", fault: .html(status: 404), finding: ["provider-rejected", "provider-retired"],
            requests: 1...1),
        Row(name: "half a picture", fault: .truncatedPicture, finding: ["provider-unusable"], requests: 1...1),
        Row(name: "HTML for a picture", fault: .htmlPicture, finding: ["provider-unusable"], requests: 1...1),
        Row(
            name: "a bomb", fault: .pictureClaiming(width: 60_000, height: 60_000), finding: ["provider-unusable"],
            requests: 1...1),
    ]

    @Test func everyDialectIsHere() {
        #expect(Set(DialectCase.all.map(\.dialect)) == Set(ProviderRegistry.vendorDialectNames))
    }

    /// A test that is run for each of no cases passes: these are the lists that tests of vendors are run for.
    @Test func noListOfCasesIsEmpty() {
        let all = DialectCase.all
        #expect(all.count >= 11)
        let dialects = Set(DialectCase.oneForEachDialect.map(\.dialect))
        #expect(dialects.isSuperset(of: ["openai", "azure-openai", "azure-openai-async", "vertex-imagen", "gemini"]))
        #expect(all.count { $0.dialect.hasPrefix("azure") } == AzureTests.names.count && AzureTests.names.count == 6)
        #expect(FetchedPictureTests.vendors.count >= 7)
        #expect(all.count { ["vertex-imagen", "gemini"].contains($0.dialect) } == 4)
        #expect(all.count { $0.environment.isEmpty } >= 3)
        #expect(all.count(where: \.describes) >= 10)
        #expect(all.allSatisfy { !$0.secrets.isEmpty && $0.secrets.allSatisfy { $0.count > 8 } })
    }

    @Test(arguments: DialectCase.oneForEachDialect, rows)
    func whatGoesWrongIsTreatedAlike(dialect: DialectCase, row: Row) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "A fox in the snow")
            vendor.script(dialect.answers, [row.fault])
            if case .same = row.then { vendor.always(dialect.answers, row.fault) }
            let run = try await site.build()
            let count = vendor.requests(dialect.answers).count
            let isAccepted = row.hasHead && dialect.dialect == "azure-openai-async"
            #expect((isAccepted ? 1...1 : row.requests).contains(count), "\(count) requests\n\(run.standardError)")
            #expect(vendor.violations.isEmpty, "\(vendor.violations)")
            if row.finding.isEmpty {
                #expect(run.status == 0, "\(run.standardError)")
                #expect(try site.folder.read("frontis.lock").contains("posts/a.md#hero"))
            } else {
                #expect(run.status == 1)
                // At the prompt's own line, or where the account is written down; once.
                let isAboutAccount = row.finding.contains("provider-quota") || row.finding.contains("provider-credentials")
                let lines = run.standardError.split(separator: "\n").filter {
                    $0.hasPrefix(isAboutAccount ? "frontis.yaml:" : "content/posts/a.md:4:11: error: ")
                        && $0.contains("error: ") && $0.contains("provider 'art'")
                }
                #expect(
                    lines.count == 1 && row.finding.contains { lines[0].hasSuffix("[\($0)]") }, "\(run.standardError)")
                #expect(!site.folder.exists("public/index.html"))
            }
        }
    }

    /// An answer that is lost on its way is paid for: it is asked for once more, and not as often as what costs nothing.
    /// Work that was accepted is known by the head of its answer.
    @Test(arguments: DialectCase.oneForEachDialect, [Behaviour.bodyCutShort, .resetMidway, .resetBeforeReply])
    func answersThatAreAlwaysLostArePaidForTwiceAtMost(dialect: DialectCase, fault: Behaviour) async throws {
        let hasHead = if case .resetBeforeReply = fault.transport { false } else { true }
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "A fox in the snow")
            vendor.always(dialect.answers, fault)
            let run = try await site.build()
            let isAccepted = dialect.dialect == "azure-openai-async" && hasHead
            #expect(vendor.requests(dialect.answers).count == (isAccepted ? 1 : 2), "\(run.standardError)")
            #expect(run.status == (isAccepted ? 0 : 1))
            #expect(isAccepted || run.standardError.contains("[provider-busy]"), "\(run.standardError)")
        }
    }

    /// Money, quota and credentials end the provider's part of the run at once, whatever else waits.
    @Test(arguments: DialectCase.oneForEachDialect, [Behaviour.Failure.outOfQuota, .keyRejected])
    func aProviderThatCannotGoOnIsAskedNoMore(dialect: DialectCase, failure: Behaviour.Failure) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor, images: "concurrency: 1")
            for name in ["a", "b", "c"] { try site.post(name, "The letter \(name)") }
            vendor.script(dialect.answers, [.normal])
            vendor.always(dialect.answers, .failing(failure))
            let run = try await site.build()
            #expect(run.status == 1)
            // The first arrived and is kept; the second met the failure; the third was not asked for.
            #expect(vendor.requests(dialect.answers).count == 2, "\(run.standardError)")
            vendor.always(dialect.answers, .normal)
            #expect(try await site.build().status == 0)
            #expect(vendor.requests(dialect.answers).count == 4)
        }
    }

    @Test(arguments: DialectCase.all)
    func aRefusalIsShownWithTheVendorsWordsAndNotAskedAgain(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "A fox in the snow")
            vendor.always(dialect.answers, .refused)
            let first = try await site.build()
            #expect(first.standardError.contains("\n  4 | ai-image: A fox in the snow\n    |           ^"))
            let count = vendor.requests(dialect.answers).count
            let second = try await site.build()
            #expect(second.status == 1)
            #expect(second.standardError.contains("refused this picture on 2026-06-01"), "\(second.standardError)")
            #expect(vendor.requests(dialect.answers).count == count)
            vendor.always(dialect.answers, .normal)
            #expect(try await site.build("--retry-failed").status == 0)
        }
    }

    /// Several candidates, of which one is refused: what came is kept, and the rest is not asked for by itself.
    @Test(arguments: DialectCase.all)
    func partOfTheCandidatesIsKept(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "{ prompt: A fox in the snow, candidates: 2 }")
            vendor.script(dialect.answers, [.partlyRefused])
            let first = try await site.build()
            #expect(first.status == 0, "\(first.standardError)")
            let count = vendor.requests(.images).count
            #expect(try await site.build().status == 0)
            #expect(vendor.requests(.images).count == count)
        }
    }

    /// No second payment: a picture that is there is not asked for, and a clone needs no credential.
    @Test(arguments: DialectCase.all)
    func whatIsThereIsNotAskedForAgain(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "A fox in the snow")
            #expect(try await site.build().status == 0)
            let count = vendor.requests.count
            #expect(try await site.build().status == 0)
            try FileManager.default.removeItem(atPath: site.folder.path + "/.frontis/cache")
            let clone = try await site.build(environment: ["CI": "true"])
            #expect(clone.status == 0, "\(clone.standardError)")
            #expect(vendor.requests.count == count)
        }
    }

    /// A redirect would carry the credential, or the prompt, to somebody else.
    @Test(arguments: DialectCase.all)
    func redirectsAreNotFollowed(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { other in
            try await withVendor(dialect.vendor) { vendor in
                let site = try DialectSite(dialect, vendor)
                try site.post("a", "A fox in the snow")
                vendor.always(dialect.answers, .redirect(to: other.origin + "/steal", status: 307))
                let run = try await site.build()
                #expect(run.status == 1)
                #expect(run.standardError.contains("the answer is a redirect"), "\(run.standardError)")
                #expect(other.requests.isEmpty)
                #expect(vendor.requests(dialect.answers).count == 1)
            }
        }
    }

    @Test(arguments: DialectCase.all)
    func aVendorThatIsSilentIsNotAwaitedForEver(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor, provider: "timeout: 0.3")
            try site.post("a", "A fox in the snow")
            vendor.always(dialect.answers, .silent)
            let run = try await site.build()
            #expect(run.status == 1)
            #expect(run.standardError.contains("has not answered within 0.3 seconds"), "\(run.standardError)")
            #expect(run.standardError.contains("[provider-busy]"))
            vendor.always(dialect.answers, .normal)
        }
    }
}
