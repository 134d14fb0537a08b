import Foundation
import FrontisTestSupport
import Testing

/// A machine without libvips, which the program finds when it touches the first picture. A file of that name that is no
/// library stands in for it.
@Suite struct PictureLibraryTests {
    private static func withoutLibrary(_ site: TemporarySite) throws -> [String: String] {
        try site.write("lib/libvips.so.42", "not a library")
        return ["LD_LIBRARY_PATH": site.path + "/lib"]
    }

    /// The folder's name and the loader's words are the machine's.
    private static func finding(in output: String) -> String {
        output.split(separator: "\n").filter { $0.contains("picture-library-missing") || $0.contains("apt-get") }
            .joined(separator: "\n")
    }

    @Test func aPictureIsNotAskedForThatCouldNotBeLookedAt() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("fox", "A fox")
            let environment = try Self.withoutLibrary(site.folder)
            let key = ["ART_KEY": SiteUnderTest.key]
            for command in [["build"], ["plan"], ["image", "make", "--slot", "posts/fox.md#hero"]] {
                let run = try await ProgramRun.run(
                    command, in: site.folder.path, environment: environment.merging(key) { $1 })
                #expect(run.status == 1, "\(command): \(run.standardOutput) \(run.standardError)")
                let told = Self.finding(in: run.standardError)
                #expect(told.hasPrefix("error: no picture can be read or made, as libvips did not start: "), "\(command)")
                #expect(told.contains("[picture-library-missing]"))
                #expect(told.hasSuffix("install libvips 8.14 or later; on Debian: apt-get install libvips42"))
            }
            #expect(vendor.requests.isEmpty)
            #expect(!FileManager.default.fileExists(atPath: site.folder.path + "/frontis.lock"))
            #expect(!FileManager.default.fileExists(atPath: site.folder.path + "/public"))
        }
    }

    @Test func aSiteWithoutPicturesIsBuilt() async throws {
        let site = try TemporarySite()
        try site.write("frontis.yaml", "site: { url: https://example.org/ }\n")
        try site.write("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-02\n---\nText.\n")
        let environment = try Self.withoutLibrary(site)
        for command in [["build"], ["doctor"], ["image", "list"], ["--help"]] {
            let run = try await ProgramRun.run(command, in: site.path, environment: environment)
            #expect(run.status == 0, "\(command): \(run.standardOutput) \(run.standardError)")
        }
    }

    @Test func theSitesOwnPicturesNeedIt() async throws {
        let site = try TemporarySite()
        try site.write("frontis.yaml", "site: { url: https://example.org/ }\n")
        try site.write("content/posts/a/index.md", "---\ntitle: A\ndate: 2026-01-02\n---\n![Fox](fox.png)\n")
        try site.write("content/posts/a/fox.png", "not looked at")
        let run = try await ProgramRun.run(["build"], in: site.path, environment: Self.withoutLibrary(site))
        #expect(run.status == 1)
        #expect(run.standardError.components(separatedBy: "[picture-library-missing]").count == 2)
    }
}
