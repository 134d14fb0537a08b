import FrontisText
import FrontisBuild
import FrontisCore
import FrontisTestSupport
import Testing

@Suite struct SocialFontFinderTests {
    private static func social(_ file: String?, font: String? = nil) -> SiteConfiguration.Social {
        var social = SiteConfiguration.Social()
        social.fontFile = file.map { Located($0, at: SourceLocation(path: "frontis.yaml", line: 3, column: 16, length: $0.count)) }
        social.fontFileLine = file.map { "    font-file: \($0)" }
        social.font = font.map { Located($0, at: SourceLocation(path: "frontis.yaml", line: 2, column: 11, length: $0.count)) }
        social.fontLine = font.map { "    font: \($0)" }
        return social
    }

    /// As much of a font as says that it is called `Inter`.
    private static let inter: [UInt8] = {
        let name: [UInt8] = Array("Inter".utf8).flatMap { [0, $0] as [UInt8] }
        let table: [UInt8] = [0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 1, 0, 10, 0, 0] + name
        let start: [UInt8] = [0, 0, 0, 60]
        let tables: [UInt8] = [("cmap", 0), ("head", 0), ("name", 28)].flatMap { name, length -> [UInt8] in
            Array(name.utf8) + [0, 0, 0, 0] + start + [0, 0, 0, UInt8(length)]
        }
        return Array("OTTO".utf8) + [0, 3, 0, 0, 0, 0, 0, 0] + tables + table
    }()

    @Test func aFontIsFound() throws {
        let site = try TemporarySite()
        try site.write("fonts/inter.otf", Self.inter)
        let found = SocialFontFinder.find(Self.social("fonts/inter.otf", font: "Inter Bold"), in: site.path)
        #expect(found.diagnostics == [])
        #expect(found.font != nil)
        #expect(found.digest != nil)
        let machine = SocialFontFinder.find(Self.social(nil, font: "Inter Bold"), in: site.path)
        #expect(machine.font != nil)
        #expect(machine.digest == nil)
    }

    @Test(arguments: [
        (
            "fonts/inter.ttf", nil,
            """
            frontis.yaml:3:16: error: cannot read 'fonts/inter.ttf': No such file or directory [configuration-value]
              3 |     font-file: fonts/inter.ttf
                |                ^~~~~~~~~~~~~~~
                help: images.social.font-file is a path relative to the site

            """
        ),
        (
            "frontis.yaml", nil,
            """
            frontis.yaml:3:16: error: 'frontis.yaml' is not a font [configuration-value]
              3 |     font-file: frontis.yaml
                |                ^~~~~~~~~~~~
                help: font-file takes a TrueType or OpenType font: .ttf, .otf, .ttc

            """
        ),
        (
            "web.woff2", nil,
            """
            frontis.yaml:3:16: error: 'web.woff2' is a font in WOFF2, which is for browsers only [configuration-value]
              3 |     font-file: web.woff2
                |                ^~~~~~~~~
                help: take the .ttf or .otf of the same font

            """
        ),
        (
            "inter.otf", "Intre Bold",
            """
            frontis.yaml:2:11: error: font 'Intre Bold' is not in 'inter.otf' [configuration-value]
              2 |     font: Intre Bold
                |           ^~~~~~~~~~
                help: the file has 'Inter'; a weight may follow the name

            """
        ),
    ])
    func whatIsWrongIsSaidWhereItIsWritten(file: String, font: String?, expected: String) throws {
        let site = try TemporarySite()
        try site.write("frontis.yaml", "images: {}")
        try site.write("web.woff2", "wOF2 and more")
        try site.write("inter.otf", Self.inter)
        let found = SocialFontFinder.find(Self.social(file, font: font), in: site.path)
        #expect(found.font == nil)
        #expect(found.diagnostics.map(DiagnosticFormatter().text) == [expected])
    }

    @Test func lettersThatNoFontHasAreNamed() throws {
        let found = SocialFontFinder.find(Self.social(nil), in: "/")
        let font = try #require(found.font)
        let finding = SocialFontFinder.unwritable(
            ["夜", "行", "列", "車"], title: "夜行列車", font: font, at: SourceLocation(path: "content/a.md"))
        #expect(
            DiagnosticFormatter().text(finding) == """
                content/a.md:1:1: warning: no font has '夜', '行', '列' …: the card of '夜行列車' has no title [social-title]
                  help: install a font that has them, or name one with images.social.font-file

                """)
    }
}
