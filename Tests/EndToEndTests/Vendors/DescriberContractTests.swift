import FrontisTestSupport
import Testing

/// What every vendor's describer must do, through the built program, when its answers are not what was asked for.
@Suite struct DescriberContractTests {
    struct Row: Sendable, CustomStringConvertible {
        var name: String
        var fault: Behaviour
        /// How often the description may be asked for in the first build.
        var requests: Int
        var description: String { name }
    }

    static let failures: [Row] = [
        Row(name: "refused", fault: .refused, requests: 1),
        Row(name: "filtered", fault: .answerFiltered, requests: 1),
        Row(name: "cut short", fault: .answerCutShort, requests: 1),
        Row(name: "no answer", fault: .noResults, requests: 1),
        Row(name: "no member for it", fault: .missingResults, requests: 1),
        Row(name: "broken JSON", fault: .brokenJSON, requests: 1),
        Row(name: "HTML", fault: .html(), requests: 1),
        Row(name: "a wrong key", fault: .failing(.keyRejected), requests: 1),
        Row(name: "no quota", fault: .failing(.outOfQuota), requests: 1),
        Row(name: "a model that is gone", fault: .failing(.modelGone), requests: 1),
        Row(name: "busy for good", fault: .failing(.rateLimited), requests: 4),
        Row(name: "an excuse in words", fault: .text("I'm sorry, I can't help with that."), requests: 2),
    ]

    /// The picture was paid for and is kept; only the text is missing, and the next build asks for nothing else.
    @Test(arguments: DialectCase.oneForEachDialect.filter(\.describes), failures)
    func aPictureWithoutATextIsKept(dialect: DialectCase, row: Row) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "A fox in the snow")
            vendor.always(.chat, row.fault)
            let first = try await site.build()
            #expect(first.status == 0, "\(first.standardError)")
            #expect(first.standardError.contains("warning: posts/a.md#hero has no alt text in 'en': describer 'art'"), "\(first.standardError)")
            #expect(vendor.requests(.chat).count == row.requests)
            let pictures = vendor.requests(dialect.answers).count
            vendor.always(.chat, .normal)
            let second = try await site.build("--retry-failed")
            #expect(second.status == 0, "\(second.standardError)")
            #expect(try site.folder.read("frontis.lock").contains("\"text\": \"Test picture "))
            #expect(vendor.requests(dialect.answers).count == pictures)
            #expect(vendor.violations.isEmpty, "\(vendor.violations)")
        }
    }

    @Test(arguments: DialectCase.oneForEachDialect.filter(\.describes), [Behaviour.failing(.rateLimited), .failing(.overloaded), .resetMidway, .html(status: 502)])
    func aBusyDescriberIsAskedAgain(dialect: DialectCase, fault: Behaviour) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "A fox in the snow")
            vendor.script(.chat, [fault])
            let run = try await site.build()
            #expect(run.status == 0 && run.standardError.contains("warning") == false, "\(run.standardError)")
            #expect(vendor.requests(.chat).count == 2)
        }
    }

    /// The words are a model's, whoever the vendor is: checked, asked for once more, escaped.
    @Test(arguments: DialectCase.all.filter(\.describes))
    func aTextThatBreaksARuleIsAskedForOnceMore(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "A fox in the snow")
            vendor.script(.chat, [.text("Image of a fox in the snow"), .text("A fox & <b>snow</b>")])
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(vendor.requests(.chat).count == 2)
            #expect(try site.folder.read("public/index.html").contains("<b>snow</b>") == false)
            #expect(vendor.violations.isEmpty, "\(vendor.violations)")
        }
    }

    /// `ai-image: auto`: whoever describes writes the prompt as well.
    @Test(arguments: DialectCase.all.filter(\.describes))
    func promptsAreWritten(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            try site.post("a", "auto")
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(vendor.requests(.prompt).count == 1)
            #expect(try site.folder.read("frontis.lock").contains("Test scene "))
            #expect(vendor.violations.isEmpty, "\(vendor.violations)")
        }
    }
}
