import FrontisCore
import FrontisGallery
import FrontisStore

/// The last stage: makes those files of the output again that would be others now, and writes them.
struct OutputStage: Sendable {
    let folder: SiteFolder
    let options: BuildOptions

    struct WritingError: Error {
        var diagnostics: [Diagnostic]
        var isMixed = false
    }

    /// What came of it.
    struct Written {
        var pages: BuildReport.Pages
        var templatesRun: Int
        /// Paths of files that have other bytes now.
        var changed: [String]
        /// Paths of files that are gone.
        var removed: [String]
        var records: OutputRecords
        /// Of every file that was made, why.
        var reasons: [(path: String, reason: OutputReason)]
    }

    /// - Parameters:
    ///   - texts: those that pages are made of: none that is damaged gets into the output.
    ///   - records: what files there were made from.
    func write(
        _ files: [OutputFile], _ texts: TextStore?, knowing records: OutputRecords, _ check: OutputCheck
    ) async throws(WritingError) -> Written {
        BuildState.forget(in: folder)
        while true {
            let writer: SiteWriter
            do throws(Diagnostic) {
                writer = try SiteWriter(
                    in: folder, files: files, knowing: check.manifest, adopts: options.force, beginning: options.began)
            } catch {
                throw WritingError(diagnostics: [error])
            }
            do throws(DiagnosticsError) {
                return try await write(files, with: writer, texts, knowing: records, check.standing)
            } catch {
                let isOvertaken = writer.isOvertaken
                let isUndone = writer.undo()
                // Another build of the same site was first: this one brings up to date what that one has made.
                guard isOvertaken, isUndone, !Task.isCancelled else {
                    throw WritingError(diagnostics: error.diagnostics, isMixed: !isUndone)
                }
            }
        }
    }

    private func write(
        _ files: [OutputFile], with writer: SiteWriter, _ texts: TextStore?, knowing records: OutputRecords,
        _ standing: OutputStanding
    ) async throws(DiagnosticsError) -> Written {
        do {
            let verdicts = await Array(files.indices).parallelMap(jobs: options.jobs) {
                await records.verdict(on: files[$0], at: $0, standing)
            }
            var current: [SitePath: Fingerprint?] = [:]
            var reasons: [SitePath: OutputReason] = [:]
            for (file, verdict) in zip(files, verdicts) {
                switch verdict {
                case .current(let grounds): current[file.path] = .some(grounds)
                case .again(let reason): reasons[file.path] = reason
                }
            }
            let again = reasons
            var (changed, templatesRun) = ([String](), 0)
            var made: [MadeFile] = []
            for phase in try writer.phases(besides: Set(current.keys)) {
                let outcomes = await phase.parallelMap(jobs: options.jobs) {
                    file -> (SiteWriter.Outcome?, MadeFile?, Diagnostic?) in
                    let reason = again[file.path] ?? OutputReason(cause: .new)
                    // Before the file that is copied is read: what is written to it from now on is another stamp.
                    let copied = file.copied == nil ? nil : await MadeFile(file, [], because: reason)
                    do throws(Diagnostic) {
                        let (outcome, reads) = try await writer.write(file)
                        return (
                            outcome, file.copied == nil ? await MadeFile(file, reads, because: reason) : copied, nil
                        )
                    } catch {
                        return (nil, nil, error)
                    }
                }
                let failures = outcomes.compactMap(\.2)
                guard failures.isEmpty else { throw DiagnosticsError(failures) }
                changed += zip(phase, outcomes).filter { $0.1.0 == .written }.map(\.0.path.text)
                made += outcomes.compactMap(\.1)
                templatesRun += phase.count(where: \.isRendered)
            }
            // Nothing that is made of them has its place yet.
            guard texts?.isDamaged != true else { throw DiagnosticsError([]) }
            let removed = try await writer.finish(jobs: options.jobs)
            let pages = BuildReport.Pages(
                rendered: changed.count, kept: files.count - changed.count, removed: removed.count)
            let stamps = await made.parallelMap(jobs: options.jobs) {
                FileStamp(of: folder.output + "/" + $0.path, followingLinks: false)
            }
            let new = Dictionary(
                zip(made, stamps).map { ($0.path, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
            var kept = OutputRecords(after: records, began: Int(options.began))
            for file in files {
                let path = file.path.text
                if case (let made, let stamp?)? = new[path] {
                    kept.add(made, stamp)
                } else if let grounds = current[file.path] {
                    kept.take(path, from: records, grounds: grounds)
                }
            }
            kept.settle(after: records, in: folder.output)
            return Written(
                pages: pages, templatesRun: templatesRun, changed: changed, removed: removed, records: kept,
                reasons: options.explains ? made.map { ($0.path, $0.reason) }.sorted { $0.0 < $1.0 } : [])
        } catch let error as DiagnosticsError {
            throw error
        } catch let error as Diagnostic {
            throw DiagnosticsError([error])
        } catch {
            throw DiagnosticsError([Diagnostic(.outputWrite, "\(error)")])
        }
    }
}
