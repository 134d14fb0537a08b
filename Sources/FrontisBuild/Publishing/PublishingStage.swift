import FrontisGallery
package import FrontisCore
import FrontisHTTP
import FrontisImages
import FrontisStorage
import FrontisStore

/// Brings files into the site's bucket before pages that point at them are written. The bucket is a copy: nothing is
/// ever fetched from it, replaced or deleted in it.
package struct PublishingStage: Sendable {
    package struct Outcome: Sendable {
        /// What pages write for a file, by its name; for those that are known to be in the bucket.
        package var addresses: [String: String] = [:]
        package var diagnostics: [Diagnostic] = []
        /// Nothing where nobody was to publish anything.
        package var counts: BuildReport.Published?
    }

    /// Uploads at the same time.
    private static let concurrency = 8
    /// Pages of a bucket's list that are read, of a thousand objects each: the prefix may be shared with others.
    private static let mostPages = 200

    let folder: SiteFolder
    let options: BuildOptions
    /// How often a busy service is asked again.
    var retry = RetryPolicy()

    /// Sends nothing for files that the record knows, and under `--offline`. A site without a `publish:` has no
    /// addresses, and its pages show their own copies.
    package func publish(_ files: [PublishedFile], of configuration: SiteConfiguration) async -> Outcome {
        guard let publishing = configuration.publish else { return Outcome() }
        guard options.policy?.sends != false else {
            return Outcome(diagnostics: files.isEmpty ? [] : [Self.offline(publishing)])
        }
        var run = PublishingRun(
            publishing: publishing,
            record: PublishRecord(
                cache: folder.cache, place: "\(publishing.address)\n\(publishing.bucket)\n\(publishing.prefix)"),
            root: folder.root)
        let missing = run.missing(files)
        if !missing.isEmpty {
            let (environment, findings) = GalleryEnvironment.load(in: folder.gallery, options: options.run)
            run.outcome.diagnostics += findings
            let bucket = Bucket(publishing, environment: environment, folder: folder.root)
            do throws(ProviderFailure) {
                let listed = try await list(bucket, unless: run.hasRecord)
                try await upload(run.unlisted(missing, listed), to: bucket, &run)
            } catch {
                // Whoever interrupts a build knows why nothing more arrives.
                if !Task.isCancelled { run.fail(error) }
            }
            await bucket.shutdown()
        }
        return run.outcome
    }

    private static func offline(_ publishing: Publishing) -> Diagnostic {
        Diagnostic(
            .publishOffline, "nothing is sent to \(publishing.shown), and pages show their own copies of pictures",
            at: publishing.location, help: "build without --offline")
    }

    /// What the bucket says that it has, where there is no record: a request for a thousand files, and no file is sent
    /// only to be refused. Nothing where the account may not list; then that is how it is found out.
    private func list(_ bucket: Bucket, unless isKnown: Bool) async throws(ProviderFailure) -> [String: BucketEntry] {
        var listed: [String: BucketEntry] = [:]
        var token: String?
        guard !isKnown else { return listed }
        for _ in 0..<Self.mostPages {
            let page = try await retry.run { [token] (_) async throws(ProviderFailure) -> BucketPage? in
                try await bucket.list(after: token)
            }
            for entry in page?.entries ?? [] { listed[entry.name] = entry }
            token = page?.next
            if token == nil { break }
        }
        return listed
    }

    /// After a failure that concerns more than one file, those on their way may arrive, and no other is sent.
    private func upload(
        _ files: [PublishingRun.File], to bucket: Bucket, _ run: inout PublishingRun
    ) async throws(ProviderFailure) {
        var failures: [(name: String, failure: ProviderFailure)] = []
        await withTaskGroup(of: (PublishingRun.File, Result<BucketUpload.Step, ProviderFailure>).self) { group in
            var waiting = files[...]
            var running = 0
            while true {
                let goesOn = !failures.contains { $0.failure.kind != .unusable } && !Task.isCancelled
                while goesOn, running < Self.concurrency, let file = waiting.popFirst() {
                    group.addTask { (file, await send(file, to: bucket)) }
                    running += 1
                }
                guard let (file, result) = await group.next() else { break }
                running -= 1
                switch result {
                case .success(let step): run.arrived(file, isNew: step == .created)
                case .failure(let failure): failures.append((file.published.name, failure))
                }
            }
        }
        // Of several with one cause the first is enough; the order is that of the names, not of the network.
        failures.sort { $0.name < $1.name }
        for (_, failure) in failures where failure.kind == .unusable { run.fail(failure) }
        if let (_, failure) = failures.first(where: { $0.failure.kind != .unusable }) { throw failure }
    }

    private func send(
        _ file: PublishingRun.File, to bucket: Bucket
    ) async -> Result<BucketUpload.Step, ProviderFailure> {
        do throws(ProviderFailure) {
            let upload = BucketUpload(try file.object(in: bucket.publishing), to: bucket)
            while true {
                let step = try await retry.run { (_) async throws(ProviderFailure) -> BucketUpload.Step in
                    try await upload.advance()
                }
                if step != .going { return .success(step) }
            }
        } catch {
            return .failure(error)
        }
    }
}
