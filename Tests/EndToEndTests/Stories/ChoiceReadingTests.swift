#if os(Linux)
    import FrontisTestSupport
    import Testing

    /// What a choice reads: each page once, however many there are.
    @Suite struct ChoiceReadingTests {
        @Test(arguments: [
            ["image", "keep", "posts/a.md"], ["image", "pick", "posts/a.md", "2"], ["image", "list", "posts/a.md"],
            ["image", "history", "posts/a.md"], ["image", "list"], ["alt", "accept", "posts/a.md"],
            ["alt", "set", "posts/a.md", "A fox in the snow."], ["alt", "accept", "--all"], ["alt", "list"],
            ["image", "prune"],
        ])
        func opensEachPageOnce(_ arguments: [String]) async throws {
            try await expectOneOpening(of: arguments)
        }

        /// There the texts of all pages are looked into.
        @Test(arguments: [["alt", "accept", "posts/a.md"], ["alt", "list"], ["alt", "set", "posts/a.md", "A fox."]])
        func alsoWhereTheSitesOwnPicturesAreDescribed(_ arguments: [String]) async throws {
            try await expectOneOpening(of: arguments, configuration: "alt: { describe: all }\n")
        }

        private func expectOneOpening(of arguments: [String], configuration: String = "") async throws {
            try await withVendor(makesSmallPictures: true) { vendor in
                let story = try Story(vendor, configuration: configuration)
                try story.site.post("a", "{ prompt: A fox, candidates: 2 }")
                for number in 0..<20 {
                    try story.site.post(
                        "p\(number)", number > 1 ? nil : "{ prompt: Bird \(number), provider: pattern }",
                        body: number == 3 ? "![A map](<ai:a map of the valley>)" : "Text.")
                }
                try await story.run("build", pictures: 2, descriptions: 1)
                let opens = try FileOpens(below: story.site.folder.path + "/content")
                try await story.run(arguments, status: 0)
                let counts = opens.counts()
                #expect(counts.count == 21)
                #expect(counts.filter { $0.value != 1 } == [:])
            }
        }
    }
#endif
