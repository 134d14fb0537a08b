import FrontisCore
import FrontisStorage
import FrontisStore

/// What is known of one run's files while they are published.
struct PublishingRun: Sendable {
    /// A file that the bucket is not known to hold.
    struct File: Sendable {
        let published: PublishedFile
        let slices: FileSlices

        /// Reads the whole file for its digest. Throws `rejected` where that fails.
        func object(in publishing: Publishing) throws(ProviderFailure) -> BucketObject {
            let slices = slices
            return BucketObject(
                name: publishing.objectName(of: published.name), mediaType: published.mediaType, size: slices.size,
                md5: try Self.reading { () throws(FileError) in try MD5Digest.base64(of: slices) },
                isNamedByItsBytes: published.isNamedByItsBytes
            ) { (range) throws(ProviderFailure) in
                try Self.reading { () throws(FileError) in try slices.read(range) }
            }
        }

        private static func reading<Value>(_ body: () throws(FileError) -> Value) throws(ProviderFailure) -> Value {
            do throws(FileError) {
                return try body()
            } catch {
                throw ProviderFailure(.rejected, error.description, help: error.help)
            }
        }
    }

    let publishing: Publishing
    let record: PublishRecord
    /// The site's folder.
    let root: String
    private(set) var hasRecord = false
    /// Files that were asked for and are not in the bucket yet.
    private var waiting = 0
    var outcome = PublishingStage.Outcome(counts: BuildReport.Published())

    init(publishing: Publishing, record: PublishRecord, root: String) {
        self.publishing = publishing
        self.record = record
        self.root = root
    }

    /// Those that the record does not know; the others are where they should be.
    mutating func missing(_ files: [PublishedFile]) -> [File] {
        var known: [String: Int] = [:]
        do throws(FileError) {
            let read = try record.read()
            hasRecord = read != nil
            known = read ?? [:]
        } catch {
            warn(error)
        }
        var missing: [File] = []
        for published in files {
            do throws(FileError) {
                let file = File(published: published, slices: try FileSlices(published.file))
                if known[published.name] == file.slices.size {
                    keep(published)
                } else {
                    missing.append(file)
                }
            } catch {
                outcome.diagnostics.append(
                    Diagnostic(
                        .publishFailed, "cannot publish to \(publishing.shown): \(error.relative(to: root))",
                        at: publishing.location, help: error.help))
            }
        }
        waiting = missing.count
        return missing
    }

    /// Those that are not in the bucket's list, with the same bytes where the name follows from them; the others are
    /// noted as known.
    mutating func unlisted(_ files: [File], _ listed: [String: BucketEntry]) -> [File] {
        var found: [PublishRecord.Entry] = []
        var rest: [File] = []
        for file in files {
            guard let entry = listed[publishing.objectName(of: file.published.name)],
                !file.published.isNamedByItsBytes || isCopy(entry, of: file)
            else {
                // Uploading says what is wrong with it.
                rest.append(file)
                continue
            }
            found.append(.init(name: file.published.name, size: file.slices.size))
            keep(file.published)
        }
        waiting = rest.count
        note(found)
        return rest
    }

    private func isCopy(_ entry: BucketEntry, of file: File) -> Bool {
        guard let md5 = try? MD5Digest.base64(of: file.slices) else { return false }
        return entry.isCopy(size: file.slices.size, md5: md5)
    }

    mutating func arrived(_ file: File, isNew: Bool) {
        waiting -= 1
        if isNew { outcome.counts?.uploaded += 1 } else { outcome.counts?.kept += 1 }
        outcome.addresses[file.published.name] = publishing.url(of: file.published.name)
        note([.init(name: file.published.name, size: file.slices.size)])
    }

    /// One cause is said once, at the setting that it is most likely about.
    mutating func fail(_ failure: ProviderFailure) {
        let place: SourceLocation? =
            switch failure.kind {
            case .credentials, .unconfigured: publishing.credentials?.location
            case .busy, .rejected: publishing.endpoint?.location
            case .refused, .quota, .budget, .retired, .unusable: nil
            }
        let rest =
            waiting == 1 ? "1 file has not arrived" : "\(waiting) files have not arrived"
        let help =
            (failure.help.map { [$0] } ?? []) + ["\(rest); what has is kept, and the next build goes on from there"]
        outcome.diagnostics.append(
            Diagnostic(
                .publishFailed, "cannot publish to \(publishing.shown): \(failure.message)",
                at: place ?? publishing.location, help: help.joined(separator: "\n")))
    }

    private mutating func keep(_ file: PublishedFile) {
        outcome.counts?.kept += 1
        outcome.addresses[file.name] = publishing.url(of: file.name)
    }

    /// Written as files arrive: whoever is killed then need not ask again.
    private mutating func note(_ entries: [PublishRecord.Entry]) {
        do throws(FileError) { try record.append(entries) } catch { warn(error) }
    }

    /// Without a record the next build asks the bucket again, and is as right.
    private mutating func warn(_ error: FileError) {
        outcome.diagnostics.append(
            Diagnostic(
                .outputWrite, "the record of what \(publishing.shown) holds: \(error.relative(to: root))",
                help: error.help, severity: .warning))
    }
}
