import FrontisTestSupport
import Testing

/// What Git LFS leaves where a file has not been fetched is named, and left where it is.
@Suite(.timeLimit(.minutes(10))) struct GitLFSTests {
    private static let pointer = """
        version https://git-lfs.github.com/spec/v1
        oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
        size 12345

        """

    @Test(arguments: ["content/posts/sun.jpg", "static/film.mp4", "content/posts/plan.pdf", "content/b.md"])
    func inAFilesPlace(file: String) async throws {
        let site = try SiteUnderTest()
        try site.write(file, Self.pointer)
        try site.post("a", nil, body: "![A sun](sun.jpg) [plan](plan.pdf)")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError.contains(
                "\(file):1:1: error: the file is not here, only its pointer of Git LFS [file-pointer]\n"
                    + "  help: fetch it: git lfs pull\n"), "\(run.standardError)")
        #expect(!site.folder.exists("public"))
    }

    @Test func inThePlaceOfAPictureThatIsPaidFor() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A night train")
            #expect(try await site.run("build").status == 0)
            let objects = try site.folder.tree(of: ".frontis/store/v1/objects")
            let object = try #require(objects.first)
            let path = ".frontis/store/v1/objects/" + object.key
            let digest = try #require(object.key.split(separator: "/").last)
            try site.write(path, Self.pointer)
            try site.folder.remove(".frontis/cache")
            let asked = vendor.requests.count
            let said = "the bytes of picture \(digest.prefix(12))… are not here, only their pointer of Git LFS"
            for command in [["build"], ["store", "verify"], ["store", "verify", "--repair"]] {
                let run = try await ProgramRun.run(command, in: site.folder.path, environment: ["ART_KEY": SiteUnderTest.key])
                #expect(run.status == 1, "\(command)")
                #expect((run.standardError + run.standardOutput).contains(said), "\(run.standardError) \(run.standardOutput)")
                #expect((run.standardError + run.standardOutput).contains("help: fetch it: git lfs pull"))
                #expect(try site.folder.read(path) == Self.pointer)
            }
            #expect(!site.folder.exists(".frontis/store/v1/quarantine"))
            try site.folder.write(path, object.value)
            #expect(try await site.run("build").status == 0)
            #expect(vendor.requests.count == asked)
        }
    }
}
