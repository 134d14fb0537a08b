import Foundation
import FrontisTestSupport
import Testing

/// Pictures are made in one lane and looked at in another, as wide as it may be and no wider.
@Suite(.timeLimit(.minutes(10))) struct LanesTests {
    private func site(_ vendor: VendorServer, _ posts: Int, concurrency: Int, provider: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest(vendor: vendor)
        let text = try site.folder.read("frontis.yaml")
            .replacing("provider: art }", with: "provider: art, concurrency: \(concurrency) }")
            .replacing("api-key:", with: "\(provider)api-key:")
        try site.write("frontis.yaml", text)
        for number in 1...posts { try site.post("p\(number)", "Number \(number)") }
        return site
    }

    private func until(_ condition: () -> Bool) async throws {
        while !condition() { try await Task.sleep(for: .milliseconds(2)) }
    }

    @Test func picturesAreLookedAtWhileOthersAreInTheMaking() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor, 3, concurrency: 2)
            let gate = VendorGate()
            vendor.always(.images) { _, index in index == 0 ? .normal : Behaviour.normal.held(by: gate) }
            async let run = site.run("build")
            // The first picture has its text before any other arrives.
            #expect(await gate.hasArrivals(2))
            try await until { vendor.requests(.chat).count == 1 }
            #expect(vendor.requests(.chat).count == 1)
            gate.open()
            #expect(try await run.status == 0)
            #expect(vendor.requests(.chat).count == 3)
        }
    }

    @Test func picturesAreMadeWhileOthersAreLookedAt() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor, 8, concurrency: 2)
            let gate = VendorGate()
            vendor.always(.chat, Behaviour.normal.held(by: gate))
            async let run = site.run("build")
            #expect(await gate.hasArrivals(2))
            try await until { vendor.requests(.images).count == 8 }
            #expect(vendor.requests(.images).count == 8)
            #expect(vendor.requests(.chat).count == 2)
            gate.open()
            #expect(try await run.status == 0)
            #expect(vendor.requests(.chat).count == 8)
        }
    }

    @Test(arguments: [1, 3])
    func aProvidersConcurrencyIsKept(limit: Int) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try site(vendor, 12, concurrency: 8, provider: "concurrency: \(limit), ")
            let gate = VendorGate()
            vendor.always(.images, Behaviour.normal.held(by: gate))
            async let run = site.run("build")
            #expect(await gate.hasArrivals(limit))
            // Whoever sent more would have by now.
            try await Task.sleep(for: .milliseconds(150))
            #expect(gate.arrivals == limit)
            vendor.always(.images, Behaviour.normal.after(.milliseconds(5)))
            gate.open()
            #expect(try await run.status == 0)
            // The describer is another model, with as many places.
            #expect(vendor.peakInFlight <= 2 * limit)
        }
    }

    @Test func aNarrowProviderHoldsUpNoOther() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let block = "dialect: openai, model: gpt-image-1, base-url: \"\(vendor.baseURL)\", api-key: \"${ART_KEY}\""
            try site.write(
                "frontis.yaml",
                """
                site: { title: Test, url: "https://example.org/" }
                images: { provider: slow, concurrency: 2 }
                alt: { provider: fast }
                providers:
                  slow: { \(block.replacing("gpt-image-1", with: "gpt-image-2")), requests-per-minute: 0.01 }
                  fast: { \(block.replacing("gpt-image-1", with: "gpt-image-2")) }

                """)
            for number in 1...4 { try site.post("a\(number)", "Slow number \(number)") }
            for number in 1...4 {
                try site.post("b\(number)", "{ prompt: Fast number \(number), provider: fast }")
            }
            let run = try await ProgramRun.run(
                ["build"], in: site.folder.path, environment: ["ART_KEY": SiteUnderTest.key], sending: SIGINT
            ) {
                try await until { vendor.requests(.images).count >= 5 && vendor.requests(.chat).count >= 5 }
            }
            #expect(run.status == 130)
            let prompts = vendor.requests(.images).compactMap { $0.json?["prompt"]?.string }
            #expect(prompts.count { $0.hasPrefix("Fast") } == 4)
            #expect(prompts.count { $0.hasPrefix("Slow") } == 1)
        }
    }
}
