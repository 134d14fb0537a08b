// swift-tools-version: 6.2
import PackageDescription

// Scripts/release names the commit; one C file is compiled anew for it.
let commit = Context.environment["FRONTIS_COMMIT"].map { [CSetting.define("FRONTIS_COMMIT", to: "\"\($0)\"")] } ?? []

// Targets stand in the order in which data flows through them. `Scripts/lint-imports` checks that a heavy
// dependency is imported by the one module that owns it.
let package = Package(
    name: "frontis",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "frontis", targets: ["FrontisMain"]),
        .library(name: "Frontis", targets: ["Frontis"]),
        .library(name: "FrontisProgram", targets: ["FrontisProgram"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.6.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // C libraries of the system.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CByteSearch"),
        .systemLibrary(name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),

        // What `--version` says.
        .target(name: "CCommit", cSettings: commit),

        // libvips, found when the first picture is touched.
        .target(name: "CVips"),

        // A C library of others, as they wrote it.
        .target(
            name: "CMarkGFM", exclude: ["COPYING", "README.md"],
            cSettings: [.headerSearchPath("src"), .headerSearchPath("extensions"), .disableWarning("everything")]),

        // A JavaScript engine and what it runs, as others wrote them.
        .target(
            name: "CQuickJS", exclude: ["COPYING", "README.md"],
            cSettings: [.headerSearchPath("src"), .define("_GNU_SOURCE"), .disableWarning("everything")]),
        .target(
            name: "CPrism", exclude: ["COPYING", "README.md", "prism.js"],
            cSettings: [.disableWarning("c23-extensions")]),
        .target(
            name: "CKaTeX", exclude: ["COPYING", "README.md", "katex.js"],
            cSettings: [.disableWarning("c23-extensions")]),

        // What plug-ins see.
        .target(name: "Frontis"),

        // Values and protocols, then the stages: read, plan, fulfil, render, write.
        .target(name: "FrontisXML", dependencies: ["CLibXML2"]),
        .target(name: "FrontisCore", dependencies: ["CByteSearch", "Frontis"]),
        .target(name: "FrontisText", dependencies: ["FrontisCore"]),
        .target(
            name: "FrontisContent",
            dependencies: ["FrontisCore", "FrontisText", "FrontisXML", "CMarkGFM", "Yams", "TOMLKit"]),
        .target(name: "FrontisScript", dependencies: ["FrontisCore", "FrontisText", "CKaTeX", "CPrism", "CQuickJS"]),
        .target(
            name: "FrontisStore",
            dependencies: ["FrontisCore", "FrontisText", .product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "FrontisHTTP",
            dependencies: [
                "FrontisCore", "FrontisText",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .target(name: "FrontisPictures", dependencies: ["FrontisCore", "FrontisText", "FrontisXML", "CVips"]),
        .target(
            name: "FrontisImages",
            dependencies: ["FrontisCore", "FrontisHTTP", "FrontisPictures", "FrontisStore", "FrontisText"]),
        .target(name: "FrontisStorage", dependencies: ["FrontisCore", "FrontisHTTP", "FrontisText"]),
        .target(
            name: "FrontisProviders",
            dependencies: [
                "FrontisCore", "FrontisHTTP", "FrontisPictures", "FrontisText",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "FrontisGallery",
            dependencies: [
                "FrontisCore", "FrontisImages", "FrontisPictures", "FrontisProviders", "FrontisStore", "FrontisText",
            ]),
        .target(name: "FrontisRender", dependencies: ["FrontisCore", "FrontisText"]),
        .target(
            name: "FrontisBuild",
            dependencies: [
                "FrontisContent", "FrontisCore", "FrontisGallery", "FrontisHTTP", "FrontisImages", "FrontisPictures",
                "FrontisRender", "FrontisScript", "FrontisStorage", "FrontisStore", "FrontisText", "FrontisXML",
            ],
            // Links to templates/ and static/: the example blog's theme is the built-in one.
            resources: [
                .embedInCode("ThemeTemplates"), .embedInCode("ThemeStatic"), .embedInCode("ShortcodeTemplates"),
                .embedInCode("PluginFiles"), .embedInCode("Starter"),
            ]),
        .target(
            name: "FrontisDoctor",
            dependencies: [
                "FrontisBuild", "FrontisCore", "FrontisGallery", "FrontisProviders", "FrontisStorage", "FrontisStore",
                "FrontisText",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .target(
            name: "FrontisServe",
            dependencies: [
                "FrontisBuild", "FrontisCore", "FrontisGallery", "FrontisRender", "FrontisStore", "FrontisText",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            resources: [.embedInCode("Client")]),
        .target(
            name: "FrontisProgram",
            dependencies: [
                "CCommit", "Frontis", "FrontisBuild", "FrontisCore", "FrontisDoctor", "FrontisGallery", "FrontisServe",
                "FrontisText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "FrontisMain", dependencies: ["CMimalloc", "FrontisProgram"]),

        // What tests share: temporary sites, the built program as a process, the vendor on loopback.
        .target(
            name: "FrontisTestSupport",
            dependencies: [
                "FrontisCore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/FrontisTestSupport"),
        // The same vendors for other programs: the official SDKs are let loose on them by Scripts/check-sdks.
        .executableTarget(
            name: "vendor-server", dependencies: ["FrontisTestSupport"], path: "Tests/VendorServerProgram"),
        // What a site's own program looks like.
        .executableTarget(
            name: "program-with-plugin", dependencies: ["Frontis", "FrontisProgram"], path: "Tests/ProgramWithPlugin"),
        .testTarget(name: "FrontisCoreTests", dependencies: ["FrontisCore", "FrontisText", "FrontisTestSupport"]),
        .testTarget(name: "FrontisXMLTests", dependencies: ["FrontisXML"]),
        .testTarget(name: "FrontisTextTests", dependencies: ["FrontisText", "FrontisCore", "FrontisTestSupport"]),
        .testTarget(
            name: "FrontisContentTests",
            dependencies: ["FrontisContent", "FrontisCore", "FrontisTestSupport", "FrontisText"]),
        .testTarget(
            name: "FrontisScriptTests",
            dependencies: ["FrontisCore", "FrontisScript", "FrontisTestSupport", "FrontisXML"]),
        .testTarget(
            name: "FrontisStoreTests",
            dependencies: ["FrontisStore", "FrontisCore", "FrontisTestSupport", "FrontisText"]),
        .testTarget(name: "FrontisHTTPTests", dependencies: ["FrontisHTTP", "FrontisCore", "FrontisTestSupport"]),
        .testTarget(
            name: "FrontisPicturesTests",
            dependencies: ["FrontisPictures", "FrontisCore", "FrontisTestSupport", "FrontisXML"]),
        .testTarget(
            name: "FrontisImagesTests",
            dependencies: [
                "FrontisImages", "FrontisContent", "FrontisCore", "FrontisHTTP", "FrontisPictures", "FrontisStore",
                "FrontisTestSupport", "FrontisText",
            ]),
        .testTarget(
            name: "FrontisStorageTests", dependencies: ["FrontisStorage", "FrontisCore", "FrontisTestSupport"]),
        .testTarget(
            name: "FrontisProvidersTests",
            dependencies: [
                "FrontisProviders", "FrontisCore", "FrontisHTTP", "FrontisPictures", "FrontisTestSupport",
                "FrontisText",
            ]),
        .testTarget(
            name: "FrontisRenderTests",
            dependencies: [
                "FrontisRender", "FrontisCore", "FrontisTestSupport", "FrontisText",
                // The reference that the renderer is compared with.
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .testTarget(
            name: "FrontisGalleryTests",
            dependencies: ["FrontisGallery", "FrontisCore", "FrontisStore", "FrontisTestSupport"]),
        .testTarget(
            name: "FrontisBuildTests",
            dependencies: [
                "FrontisBuild", "FrontisCore", "FrontisGallery", "FrontisRender", "FrontisScript", "FrontisStore",
                "FrontisTestSupport",
                "FrontisText", "FrontisXML",
            ]),
        .testTarget(
            name: "FrontisServeTests",
            dependencies: [
                "Frontis", "FrontisBuild", "FrontisCore", "FrontisServe",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "FrontisMain", "FrontisPictures", "FrontisProviders", "FrontisTestSupport", "program-with-plugin",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
