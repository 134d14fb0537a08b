import FrontisTestSupport
import Testing

/// `frontis doctor --online` for every way of asking every vendor: it costs nothing, and tells a right credential from a
/// wrong one.
@Suite struct DialectDoctorTests {
    @Test(arguments: DialectCase.all)
    func aRightCredentialIsFoundRight(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            let run = try await site.doctor(environment: dialect.environment)
            #expect(run.status == 0, "\(run.standardOutput)\(run.standardError)")
            #expect(vendor.ledger.nanodollars == 0)
            #expect(vendor.requests(.images).isEmpty && vendor.requests(.chat).isEmpty)
            #expect(vendor.violations.isEmpty, "\(vendor.violations)")
            for secret in dialect.secrets { #expect(!(run.standardOutput + run.standardError).contains(secret)) }
        }
    }

    @Test(arguments: DialectCase.all.filter { !$0.environment.isEmpty })
    func aWrongOneIsFoundWrong(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            if dialect.hasProbe {
                let run = try await site.doctor(environment: dialect.environment.mapValues { _ in "wrong-0123456789" })
                #expect(run.status == 1, "\(run.standardOutput)\(run.standardError)")
                #expect(!vendor.violations.isEmpty)
            }
            let unset = try await site.doctor(environment: [:])
            #expect(unset.status == 1)
            #expect(dialect.environment.keys.contains { unset.standardOutput.contains($0) }, "\(unset.standardOutput)")
        }
    }

    /// Files of credentials that are not there, or are none.
    @Test(arguments: DialectCase.all.filter { $0.environment.isEmpty }, ["", "{}", "not JSON"])
    func aBrokenFileIsFoundBroken(dialect: DialectCase, text: String) async throws {
        try await withVendor(dialect.vendor) { vendor in
            let site = try DialectSite(dialect, vendor)
            for (path, _) in dialect.files(vendor.origin) { try site.folder.write(path, text) }
            let run = try await site.doctor(environment: ["NO_GCE_CHECK": "true"])
            #expect(run.status == 1, "\(run.standardOutput)\(run.standardError)")
            #expect(vendor.requests(.token).isEmpty)
        }
    }
}
