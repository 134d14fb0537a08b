import Foundation
import FrontisTestSupport
import Testing

/// Numbers that no reader of a bill would believe, and bills that are higher than was said.
@Suite(.timeLimit(.minutes(10))) struct AbsurdBillTests {
    private func site(_ settings: String, script: String, budget: String = "5", posts: Int = 1) throws -> SiteUnderTest {
        let site = try SiteUnderTest(
            configuration: "images: { provider: own, budget: \(budget) }\nproviders:\n  own: \(settings)\n")
        try site.write("own.sh", script)
        for number in 1...posts { try site.post("p\(number)", "Fox \(number)", extra: "") }
        return site
    }

    private static func script(usd: String, more: String = "") -> String {
        let picture = Data(TestPNG(width: 8, height: 8, text: "own").bytes).base64EncodedString()
        return """
            read -r request
            case "$request" in
              *'"task":"generate"'*) echo drawn >> asked.txt
                echo '{"images":["\(picture)"],"cost":{"usd":\(usd)}\(more)}' ;;
              *) echo '{"alt":"A fox looks back from a snowy wood."}' ;;
            esac

            """
    }

    @Test(arguments: ["1e15", "9223372036854775807", "1e308", "1e999", "99999999999999999999999999"])
    func anAbsurdCostIsNotBelieved(usd: String) async throws {
        let site = try site("{ dialect: command, run: [sh, own.sh], price: 0.04 }", script: Self.script(usd: usd))
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        let lock = try site.folder.read("frontis.lock")
        #expect(lock.contains("\"cost\": { \"estimated\": true, \"usd\": 0.04 }"), "\(lock)")
        if usd != "1e999" {
            #expect(
                run.standardError.contains(
                    "warning: provider 'own' says that a call has cost $1000000000.00, which is not believed: $0.04 counts "
                        + "instead [cost-unbelievable]"), "\(run.standardError)")
        }
        #expect(run.standardOutput.contains("about $0.0"), "\(run.standardOutput)")
        #expect(try await site.run("image", "list").status == 0)
        #expect(try await site.run("store", "info").status == 0)
    }

    /// At a price of nothing, which its own bill gives the lie.
    @Test func nothingMoreIsAskedBeyondTheBudget() async throws {
        let site = try site(
            "{ dialect: command, run: [sh, own.sh], price: 0 }", script: Self.script(usd: "2"), budget: "3", posts: 8)
        let run = try await site.run("build")
        #expect(run.status == 1)
        // The second fits by its price: one of two dollars is spent of three. Then calls are measured by what they cost.
        #expect(try site.folder.read("asked.txt") == "drawn\n", "\(run.standardError)")
        #expect(run.standardError.contains("[budget-reached]"), "\(run.standardError)")
    }

    /// Gemini's and OpenAI's own counts of tokens.
    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "1e300", "18446744073709551616", "-1"])
    func absurdCountsOfTokensEndNoBuild(count: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let picture = Data(TestPNG(width: 16, height: 16, text: "x").bytes).base64EncodedString()
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(
                .images,
                .status(
                    200, headers: ["content-type": "application/json"],
                    body: #"{"data":[{"b64_json":"\#(picture)"}],"usage":{"input_tokens":\#(count),"output_tokens":\#(count),"#
                        + #""input_tokens_details":{"image_tokens":\#(count)},"output_tokens_details":{"text_tokens":\#(count)}}}"#))
            vendor.always(
                .chat,
                .status(
                    200, headers: ["content-type": "application/json"],
                    body: #"{"choices":[{"finish_reason":"stop","message":{"content":"A fox looks back."}}],"#
                        + #""usage":{"prompt_tokens":\#(count),"completion_tokens":\#(count)}}"#))
            let run = try await site.run("build")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(try site.folder.read("frontis.lock").contains("\"estimated\": true"))
            #expect(try site.page("posts/a/index.html").contains("A fox looks back."))
        }
    }

    /// More pictures than asked for, and more numbers than anybody reads.
    @Test func noMoreIsTakenThanWasAskedFor() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let pictures = (0..<2000).map { number in
                let bytes = TestPNG(width: 16, height: 16, text: "\(number)").bytes
                return #"{"b64_json":"\#(Data(bytes).base64EncodedString())"}"#
            }
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            vendor.always(
                .images,
                .status(
                    200, headers: ["content-type": "application/json"],
                    body: #"{"data":[\#(pictures.joined(separator: ","))]}"#))
            let run = try await site.run("build")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(
                run.standardError.contains("sent 1999 more pictures than asked for, which are not kept [picture-surplus]"),
                "\(run.standardError)")
            let objects = try site.folder.tree().keys.filter { $0.hasPrefix(".frontis/store/v1/objects/") }
            #expect(objects.count == 1)
        }
    }
}
