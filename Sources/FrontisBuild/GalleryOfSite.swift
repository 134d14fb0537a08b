package import FrontisCore
package import FrontisGallery
import FrontisImages
import FrontisStore

/// What a gallery offers, for the site that the command line names.
extension PictureChoices {
    package init(options: BuildOptions, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }) {
        let folder = SiteFolder(options)
        self.init(in: folder.gallery, options: options.run, progress: progress) { question throws(Diagnostic) in
            try await SiteWishes.read(
                in: folder, options: options,
                texts: question.needsWords ? .all : .of(Set(question.slots.map(\.source))),
                withFiles: question.isAboutTexts)
        }
    }
}

extension AltChoices {
    package init(options: BuildOptions, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }) {
        self.init(PictureChoices(options: options, progress: progress))
    }
}

extension SinglePicture {
    /// A folder without `frontis.yaml` is no site, and the picture's file is all that is left.
    package init(options: BuildOptions, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }) {
        let folder = SiteFolder(options)
        let (configuration, findings) = SiteSource.configuration(in: folder, options: options)
        let isSite = FileStamp(of: folder.configuration) != nil
        self.init(
            in: isSite ? folder.gallery : nil, configuration: configuration, findings: findings, options: options.run,
            progress: progress)
    }
}

extension PictureComparison {
    package init(options: BuildOptions, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }) {
        let folder = SiteFolder(options)
        let (configuration, findings) = SiteSource.configuration(in: folder, options: options)
        self.init(
            for: Gallery(folder: folder.gallery, options: options.run, progress: progress),
            configuration: configuration, findings: findings, hasLedger: FileStamp(of: folder.configuration) != nil)
    }
}

extension StoreInfo {
    package init(options: BuildOptions) {
        let folder = SiteFolder(options)
        let (configuration, _) = SiteSource.configuration(in: folder, options: options)
        self.init(folder: folder.gallery, severities: configuration.severities, jobs: options.jobs)
    }
}

extension StoreVerifier {
    package init(options: BuildOptions) {
        let folder = SiteFolder(options)
        let (configuration, _) = SiteSource.configuration(in: folder, options: options)
        self.init(folder: folder.gallery, severities: configuration.severities, jobs: options.jobs)
    }
}

extension StoreCleaner {
    /// - Parameter now: seconds since 1970.
    package init(options: BuildOptions, now: Timestamp) {
        let folder = SiteFolder(options)
        self.init(folder: folder.gallery, now: now, jobs: options.jobs) {
            await SiteWishes.slots(in: folder, options: options)
        }
    }
}

extension LockMerge {
    /// - Parameter path: where the lock belongs, relative to the working directory; its folder is the site.
    package init(path: String, options: BuildOptions) {
        var options = options
        options.site = Directory.parent(of: path)
        self.init(path: path) { [options] in await SiteWishes.slots(in: SiteFolder(options), options: options) }
    }
}
