import FrontisText
import Foundation
package import FrontisCore
import FrontisStore

/// One picture for a prompt, for a gallery or for a file alone.
package struct SinglePicture: Sendable {
    package struct Result: Sendable, Codable {
        package var file: String
        package var width: Int
        package var height: Int
        package var mediaType: String
        package var alt: String
        package var cost: Cost
        /// Whether it was made now and not taken from the site's store.
        package var isMade: Bool
    }

    private let folder: GalleryFolder?
    private let configuration: SiteConfiguration
    private let findings: [Diagnostic]
    private let options: RunOptions
    private let progress: @Sendable (RunProgress) -> Void

    /// - Parameters:
    ///   - folder: whose store keeps the picture and answers the next time. Without one, nothing but the file is left,
    ///     unless something is paid for and not in it: then the same call goes on from there.
    ///   - findings: what is wrong with the configuration.
    package init(
        in folder: GalleryFolder?, configuration: SiteConfiguration, findings: [Diagnostic], options: RunOptions,
        progress: @escaping @Sendable (RunProgress) -> Void
    ) {
        self.folder = folder
        self.configuration = configuration
        self.findings = findings
        self.options = options
        self.progress = progress
    }

    /// Makes the picture and writes it to `file`.
    package func make(
        _ request: ImageRequest, provider: String?, language: String?, to file: String
    ) async -> (result: Result?, diagnostics: [Diagnostic]) {
        if let folder {
            let (result, diagnostics) = await make(
                request, provider: provider, language: language, to: file, in: folder)
            return (result, diagnostics.map(\.withoutCommandsForSlots))
        }
        let scratch = ScratchGallery(
            beside: file, for: "\(request.prompt.value) by \(provider ?? "")", from: options.workingDirectory)
        let lock = await scratch.lock()
        defer { withExtendedLifetime(lock) {} }
        var (result, diagnostics) = await make(
            request, provider: provider, language: language, to: file, in: scratch.folder)
        diagnostics = scratch.close(isDone: result != nil, diagnostics)
        return (result, diagnostics)
    }

    private func make(
        _ request: ImageRequest, provider: String?, language: String?, to file: String, in folder: GalleryFolder
    ) async -> (result: Result?, diagnostics: [Diagnostic]) {
        var (configuration, diagnostics) = (configuration, findings)
        // Whoever asks for a picture wants that one.
        configuration.images.onFailure = .error
        if let provider {
            configuration.images.provider = Located(provider, at: SourceLocation(path: "--provider"))
        }
        let wish = Wish(order: request, language: language ?? configuration.language)
        let list = WishList(
            configuration: configuration, isConfigurationBroken: diagnostics.hasErrors,
            now: options.time, wishes: [wish])
        let gallery = Gallery(folder: folder, options: options, errand: .loosePicture, progress: progress)
        let start = await gallery.start(list)
        let before = (diagnostics + start.diagnostics + Self.obstacles(to: file)).settled(
            severities: configuration.severities)
        guard !before.hasErrors else {
            _ = await gallery.stop(start)
            return (nil, before)
        }
        let outcome = await gallery.fulfil(start)
        diagnostics += outcome.diagnostics
        let settled = diagnostics.settled(severities: configuration.severities)
        guard let entry = outcome.catalog.entries[wish.slot],
            !settled.hasErrors
        else { return (nil, settled) }
        do throws(FileError) {
            try AtomicFile.write(try FileContents.read(entry.file), to: file)
        } catch {
            return (nil, settled + [error.diagnostic(.outputWrite)])
        }
        let result = Result(
            file: file, width: entry.width, height: entry.height, mediaType: entry.mediaType.rawValue,
            alt: entry.alts[wish.languages[0]]?.text ?? "", cost: outcome.cost,
            isMade: outcome.counts.made > 0 || entry.isPlaceholder)
        return (result, settled)
    }
}

extension SinglePicture {
    /// Why nothing could be written there, found before a picture is paid for.
    private static func obstacles(to file: String) -> [Diagnostic] {
        var folder = Directory.parent(of: file)
        while FileStamp(of: folder) == nil, folder != Directory.parent(of: folder) {
            folder = Directory.parent(of: folder)
        }
        var code: Int32 = 0
        // A link to a file, or to nothing, is replaced itself.
        switch FileStamp.entry(at: file, followingLinks: true) {
        case .special?: return [special(file)]
        case .folder?: code = EISDIR
        case .file?, .link?, nil: break
        }
        if let real = try? RealPath(of: folder).text,
            LinkRule.systemFolders.contains(where: { (real + "/").hasPrefix($0 + "/") })
        {
            return [special(file)]
        }
        if code == 0, access(folder + "/.", W_OK | X_OK) != 0 {
            code = errno
        }
        guard code != 0 else { return [] }
        let error = FileError(.write, file, code: code)
        return [error.diagnostic(.outputWrite)]
    }
}

extension SinglePicture {
    /// A picture would take its place, and whoever waits at it would never see one.
    private static func special(_ file: String) -> Diagnostic {
        Diagnostic(
            .outputWrite, "'\(file)' is a pipe, a socket, a device or another thing of the system's, and no file",
            help: "name a file: -o picture.png")
    }
}

extension SinglePicture.Result {
    package func json() throws -> String {
        try ReportJSON.text(self)
    }
}
