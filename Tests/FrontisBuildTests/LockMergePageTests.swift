import FrontisGallery
import FrontisCore
import FrontisStore
import FrontisTestSupport
import Testing

@testable import FrontisBuild

/// Which of two new pictures stays is what the page says, where it can be read.
@Suite struct LockMergePageTests {
    private static let slot = SlotID(source: "posts/a.md", name: .hero)
    private static let fox = Recipe(prompt: "A fox", shape: .aspect(.standard))
    private static let owl = Recipe(prompt: "An owl", shape: .aspect(.standard))

    private func lock(_ recipe: Recipe, _ created: Timestamp) -> String {
        let image = StoredImage(Picture(digest: recipe.key, mediaType: .png, width: 64, height: 64), Making(provider: "art", dialect: "openai", model: nil, quality: nil, created: created, cost: nil), candidate: 1)
        return SiteLock(images: [Self.slot: SiteLock.Entry(image: image, recipe: recipe.key, asked: nil, prompt: recipe.prompt)]).text
    }

    @Test(
        arguments: [
            ("---\nai-image: A fox\n---\n", "A fox"),
            ("---\nai-image: An owl\n---\n", "An owl"),
            ("---\nai-image: A fox\ndraft: true\n---\n", "A fox"),
            ("---\nai-image: A fox\ndate: 2999-01-01\n---\n", "A fox"),
            ("---\nai-image: A bear\n---\n", "An owl"),
            // In conflict, broken, gone: the later picture.
            ("---\n<<<<<<< HEAD\nai-image: A fox\n=======\nai-image: An owl\n>>>>>>> other\n---\n", "An owl"),
            ("---\nai-image: A fox\nai-imag: { \n---\n", "An owl"),
            (nil, "An owl"),
        ] as [(String?, String)])
    func thePageDecides(_ page: String?, prompt: String) async throws {
        let site = try TemporarySite()
        try site.write("blog/frontis.yaml", "site: { title: T }\n")
        if let page { try site.write("blog/content/posts/a.md", page) }
        try site.write("base", "")
        try site.write("ours", lock(Self.fox, "2026-01-01T00:00:00Z"))
        try site.write("theirs", lock(Self.owl, "2026-01-02T00:00:00Z"))
        let merge = LockMerge(path: site.path("blog/frontis.lock"), options: BuildOptions(jobs: 1, environment: [:]))
        try await merge.run(.init(base: site.path("base"), ours: site.path("ours"), theirs: site.path("theirs")))
        #expect(try SiteLock(text: site.read("ours")).images[Self.slot]?.prompt == prompt)
        #expect(try site.read("base").isEmpty)
        #expect(!site.exists("blog/frontis.lock"))
    }
}
