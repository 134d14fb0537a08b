import FrontisContent
import FrontisStore

/// What was read of a site, for whoever opens it again: a page whose file is as it was is not read twice.
struct SiteReading: Sendable {
    /// What decides how pages are read.
    struct Rules: Sendable, Equatable {
        /// The configuration's bytes; nothing where it cannot be read.
        private let configuration: [UInt8]?
        /// What the command line says over it.
        private let baseURL: String?
        private let themeIDs: Set<String>

        init(in folder: SiteFolder, options: BuildOptions, themeIDs: Set<String>) {
            baseURL = options.baseURL
            configuration = try? FileContents.read(folder.configuration)
            self.themeIDs = themeIDs
        }
    }

    private let rules: Rules?
    private let pages: ReadPages
    /// Of everything under `content/`, by path there.
    private let stamps: [String: FileStamp]
    /// Nanoseconds since 1970, before the first file was read.
    private let began: Int64

    /// Of a site that is opened for the first time, and not for the last.
    init() {
        (rules, pages, stamps, began) = (nil, ReadPages(), [:], 0)
    }

    init(_ files: SiteFiles, rules: Rules, pages: ReadPages, began: Int64) {
        self.rules = rules
        self.pages = pages
        self.began = began
        stamps = Dictionary(
            (files.pages + files.resources).map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Returns: the pages that need not be read again, and the files under `content/` that are as they were.
    func known(_ files: SiteFiles, by rules: Rules) -> (pages: ReadPages, files: Set<String>) {
        guard rules == self.rules else { return (ReadPages(), []) }
        let same = (files.pages + files.resources).filter { file in
            // What was written while it was read may have the same stamp after another write.
            stamps[file.path] == file.stamp
                && max(file.stamp.changed, file.stamp.modified) < began - FileStamp.granularity
        }
        let paths = Set(same.map(\.path))
        return (pages.only(paths), paths)
    }
}
