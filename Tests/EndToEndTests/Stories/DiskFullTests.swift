import Foundation
import FrontisTestSupport
import Testing

/// A disk that is full: nothing is asked for that could not be kept.
@Suite struct DiskFullTests {
    /// A file system of eighty megabytes; nothing where this user may not mount one.
    private func smallDisk(at folder: String) async throws -> Bool {
        let mount = try await ProgramRun.run(
            program: "/usr/bin/mount", ["-t", "tmpfs", "-o", "size=80m", "tmpfs", folder], in: "/", environment: [:],
            limit: .seconds(20))
        return mount.status == 0
    }

    @Test(.enabled(if: getuid() == 0, "mounting a file system needs root"))
    func aFullDisk() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            for index in 0..<6 { try site.post("post-\(index)", "Picture \(index)") }
            try FileManager.default.createDirectory(
                atPath: site.folder.path(".frontis/store"), withIntermediateDirectories: true)
            guard try await smallDisk(at: site.folder.path(".frontis/store")) else { return }
            do {
                try site.folder.write(".frontis/store/ballast", [UInt8](repeating: 7, count: 30 << 20))
                let run = try await site.run("build")
                #expect(run.status == 1)
                #expect(run.standardError.contains("No space left on device"), "\(run.standardError)")
                #expect(!site.folder.exists("public/index.html"))
                #expect(run.standardError.contains("help: free some space on the disk and run again"))
                #expect(vendor.requests.isEmpty)
                try site.folder.remove(".frontis/store/ballast")
                let mended = try await site.run("build")
                #expect(mended.status == 0, "\(mended.standardError)")
                #expect(vendor.requests(.images).count == 6)
                // What is there needs no room.
                try site.folder.write(".frontis/store/ballast", [UInt8](repeating: 7, count: 30 << 20))
                try site.post("words", nil)
                #expect(try await site.run("build").status == 0)
                #expect(vendor.requests(.images).count == 6)
            } catch {
                Issue.record(error)
            }
            _ = try await ProgramRun.run(
                program: "/usr/bin/umount", [site.folder.path(".frontis/store")], in: "/", environment: [:],
                limit: .seconds(20))
        }
    }
}
