import Foundation
package import FrontisCore
package import FrontisGallery
import FrontisImages
import FrontisRender
import FrontisStore

/// A build: read, plan, fulfil, render, write.
package struct Build: Sendable {
    package struct Result: Sendable {
        package var report: BuildReport
        /// As they are to be shown: sorted, severities as the configuration wants them.
        package var diagnostics: [Diagnostic]
        package var output: String
        /// Whether the output is partly new, as writing it failed and could not be taken back.
        package var isOutputMixed = false
        /// For the next build of the same process; nothing where the last one's holds.
        var state: SiteState?
        /// From then on the result may be another one though nothing was touched; nothing where nobody knows.
        var validUntil: Timestamp?
        /// What the build was made of. Giving it back takes a tenth of the time, and the process may end without.
        package var held: [any Sendable] = []
        /// Whether texts that an earlier build had put away are not what they were, so that nothing of this holds.
        fileprivate var isDamaged = false
        /// What happened to each picture and why, a line each; empty where nothing had to be looked at.
        package var pictureReasons = ""
        /// What had each file of the output made, a line each.
        package var outputReasons = ""
        /// Paths of files of the output that have other bytes now.
        package var written: [String] = []
        /// Paths of files that are gone.
        package var removed: [String] = []
        /// Keeps what the next build needs, once the output is there.
        var keep: @Sendable () async -> Void = {}
    }

    let options: BuildOptions
    let folder: SiteFolder
    let plugins: [any Plugin]
    let progress: @Sendable (RunProgress) -> Void

    package init(
        options: BuildOptions, plugins: [any Plugin] = Plugins.all,
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) {
        self.options = options
        self.plugins = plugins
        self.progress = progress
        folder = SiteFolder(options)
    }

    package func run() async -> Result {
        let result = await run(after: nil)
        await result.keep()
        return result
    }

    /// - Parameter earlier: what an earlier build of this process has kept, which need not be loaded then.
    /// - Returns: a result whose `keep` is still to be called.
    func run(after earlier: SiteState?) async -> Result {
        let result = await run(forgetting: false, after: earlier)
        return result.isDamaged ? await run(forgetting: true, after: nil) : result
    }

    /// - Parameter forgetting: whether nothing is taken over of what earlier builds have kept.
    private func run(forgetting: Bool, after earlier: SiteState?) async -> Result {
        let clock = ContinuousClock()
        let beginning = clock.now
        var report = BuildReport()
        var diagnostics: [Diagnostic] = []
        var texts: TextStore?
        // What stops a build is an error, whatever the configuration makes of such findings elsewhere.
        func result(_ severities: [DiagnosticID: Severity] = [:], stoppedBy stopping: [Diagnostic] = []) -> Result {
            let ids = Set(stopping.filter { $0.severity == .error }.map(\.id))
            let settled = diagnostics.settled(severities: severities.filter { !ids.contains($0.key) })
            report.diagnostics = settled.map(Finding.init)
            report.seconds = (clock.now - beginning).seconds
            return Result(
                report: report, diagnostics: settled, output: folder.shown(folder.output),
                isDamaged: texts?.isDamaged == true)
        }

        var check = OutputCheck(folder)
        let files: SiteFiles
        do {
            files = try await SiteFiles.find(in: folder, jobs: options.jobs)
        } catch {
            await check.look(adopts: options.force, jobs: options.jobs)
            diagnostics += check.findings + [error]
            return result()
        }
        let inputs = BuildState.inputs(files, folder: folder, options: options)
        if check.findings.isEmpty, !forgetting, let unchanged = await unchanged(since: inputs.digest) {
            report = unchanged.report
            report.seconds = (clock.now - beginning).seconds
            var result = Result(
                report: report, diagnostics: report.diagnostics.compactMap(\.diagnostic),
                output: folder.shown(folder.output))
            result.validUntil = unchanged.validUntil
            if options.explains {
                let plan = await plan().report
                result.pictureReasons = plan.slots.isEmpty ? "" : plan.text()
            }
            return result
        }

        // Before anything is read, asked for or paid.
        let kept =
            check.findings.isEmpty ? earlier ?? SiteState.load(from: folder, forgets: forgetting) : SiteState.unkept
        await check.look(adopts: options.force, knowing: kept.outputs, jobs: options.jobs)
        diagnostics += check.findings
        let canBeWritten = !diagnostics.hasErrors
        progress(.stage("reading"))
        if canBeWritten { diagnostics += LeftoverFiles.sweep(folder, now: options.began) }
        let state = canBeWritten ? kept : .unkept
        texts = state.texts
        let site = await Site.open(
            files, in: folder, options: options, plugins: plugins, after: state.reading, texts: texts)
        let source = site.source
        let severities = source.configuration.severities
        diagnostics += site.diagnostics
        report.leftOut = source.leftOut
        report.unpublished = source.unpublished
        report.work = source.work

        // Everything that can be wrong and costs nothing comes before anything that costs something.
        progress(.stage("checking"))
        let gallery = Gallery(folder: folder.gallery, options: options.run, progress: progress)
        let start = await gallery.start(site.list)
        let rendering = await SiteRendering(
            site, knowing: state.links, after: state.layouts, jobs: options.jobs)
        report.work.templatesTried = rendering.tried
        let variantStage = rendering.places.map {
            VariantStage(source, places: $0, folder: folder, jobs: options.jobs)
        }
        diagnostics += start.diagnostics + rendering.diagnostics + (variantStage?.fontFindings ?? [])
        let expected = rendering.expectedFiles
        let obstacles =
            canBeWritten
            ? await conflicts(check).findings(
                for: expected, folders: rendering.pictureFolders, jobs: options.jobs) : []
        diagnostics += obstacles
        if !diagnostics.settled(severities: severities).hasErrors { diagnostics += await gallery.damages(start) }
        var stopping = check.findings + obstacles
        if !rendering.isRenderable { stopping += rendering.diagnostics }
        if !start.isReady { stopping += start.diagnostics + source.configurationFindings }
        guard !stopping.hasErrors, !diagnostics.settled(severities: severities).hasErrors else {
            report.pictures = await gallery.stop(start)
            await keep(source.reading, state.outputs, rendering.links, beside: state)
            var stopped = result(severities, stoppedBy: stopping)
            stopped.state = state.with(source.reading, state.outputs, rendering)
            return stopped
        }

        var (pictures, variants) = await fulfil(start, gallery, variantStage)
        diagnostics += pictures.diagnostics + variants.diagnostics
        report.variants = BuildReport.Variants(encoded: variants.encoded)
        report.pictures = pictures.counts
        report.alts = pictures.alts
        report.cost = pictures.cost
        // What has arrived is in store and lock; the output stays as it was.
        guard !Task.isCancelled, !diagnostics.settled(severities: severities).hasErrors else {
            return result(severities)
        }

        let published = await publish(&pictures.catalog, of: source)
        diagnostics += published.diagnostics
        report.published = published.counts
        if Task.isCancelled { return result(severities) }

        progress(.stage("rendering"))
        let rendered = await rendering.files(pictures.catalog, varied: variants.varied)
        diagnostics += rendered.diagnostics
        report.work.templatesTried += rendered.tried
        guard let output = rendered.files, !diagnostics.settled(severities: severities).hasErrors else {
            return result(severities)
        }

        progress(.stage("writing"))
        let more = await conflicts(check).findings(for: output, besides: expected, jobs: options.jobs)
        diagnostics += more
        guard more.isEmpty else { return result(severities, stoppedBy: more) }
        let written: OutputStage.Written
        do {
            written = try await OutputStage(folder: folder, options: options)
                .write(output, texts, knowing: state.outputs, check)
            (report.pages, report.work.templatesRun) = (written.pages, written.templatesRun)
        } catch {
            diagnostics += error.diagnostics
            var failed = result(severities, stoppedBy: error.diagnostics)
            failed.isOutputMixed = error.isMixed
            return failed
        }
        do throws(FileError) {
            try CacheUse.keep(variants.cacheFiles, of: folder.output, in: folder.gallery)
        } catch {
            // Without it the cache is cleaned later, and nothing else is different.
            progress(.stage(error.description))
        }
        var built = result(severities)
        built.pictureReasons =
            !options.explains || pictures.plan.entries.isEmpty ? "" : PlanReport(pictures.plan, diagnostics: []).text()
        if options.explains {
            built.outputReasons = written.reasons.map { "\(folder.shown(folder.output))/\($0): \($1.text)\n" }.joined()
            built.report.made = written.reasons.map { BuildReport.Made(path: $0, reason: $1) }
        }
        (built.written, built.removed) = (written.changed, written.removed)
        let outputs = written.records
        built.held = [site, rendering, output]
        built.state = state.with(source.reading, outputs, rendering)
        built.validUntil = Self.validUntil(source)
        let links = rendering.links
        built.keep = { [built, pictures] in
            async let isKept: Void = keep(source.reading, outputs, links, beside: state)
            await keepState(of: built, outputs, pictures: pictures, source: source, since: inputs)
            await isKept
        }
        return built
    }

    // MARK: Stages

    /// What stands in the way now.
    private func conflicts(_ check: OutputCheck) -> OutputConflicts {
        OutputConflicts(in: folder, manifest: check.manifest, standing: check.standing, adopts: options.force)
    }

    /// The last build's report, if everything it saw and made is as it was.
    private func unchanged(since inputs: String) async -> (report: BuildReport, validUntil: Timestamp)? {
        guard let state = BuildState.load(from: folder), state.inputs == inputs,
            !PendingAnswers.exist(in: folder.cache),
            options.beginning < state.validUntil || options.now != nil,
            await BuildState.outputs(in: folder, pictures: state.pictures, jobs: options.jobs) == state.outputs
        else { return nil }
        var report = state.report
        report.pages = .init(kept: report.pages.rendered + report.pages.kept)
        report.pictures.kept += report.pictures.made
        report.pictures.made = 0
        report.variants = .init()
        report.work = .init()
        report.alts = .init()
        if let published = report.published {
            report.published?.kept += published.uploaded
            report.published?.uploaded = 0
        }
        report.cost = .nothing
        report.made = options.explains ? [] : nil
        return (report, state.validUntil)
    }

    /// Has pictures made and, while others are still in the making, brings each into the sizes and formats that its
    /// places want.
    private func fulfil(
        _ start: Gallery.Start, _ gallery: Gallery, _ stage: VariantStage?
    ) async -> (GalleryOutcome, VariantStage.Outcome) {
        guard let stage else { return (await gallery.fulfil(start), VariantStage.Outcome()) }
        let (arrivals, arrive) = AsyncStream.makeStream(of: VariantStage.Arrival.self)
        for arrival in stage.localArrivals { arrive.yield(arrival) }
        async let variants = stage.make(arrivals, progress)
        var fulfilled = await gallery.fulfil(start) { arrive.yield(VariantStage.Arrival(of: $0, $1)) }
        progress(.stage(ProgressText.encoding))
        arrive.finish()
        let made = await variants
        fulfilled.catalog.variants = made.variants
        // A companion that is not shown after all has been made ready in vain.
        for (id, entry) in fulfilled.catalog.entries where entry.dark == nil {
            fulfilled.catalog.variants[id.dark] = nil
        }
        return (fulfilled, made)
    }

    /// Pages point at what has arrived in the bucket, and at the site's own copies of the rest.
    private func publish(_ catalog: inout ImageCatalog, of source: SiteSource) async -> PublishingStage.Outcome {
        if source.configuration.publish != nil { progress(.stage("publishing")) }
        let published = await PublishingStage(folder: folder, options: options)
            .publish(
                PublishedFile.pictures(
                    of: catalog, withOriginals: source.configuration.images.publishesOriginals),
                of: source.configuration)
        catalog.published = published.addresses
        return published
    }

    private func keep(
        _ reading: SiteReading?, _ outputs: OutputRecords, _ links: LinkRecords, beside state: SiteState
    ) async {
        guard let reading, state.texts?.isDamaged != true else { return }
        // Without it the next build is slower, and as right.
        do throws(FileError) { try await state.keep(reading, outputs, links, in: folder, jobs: options.jobs) } catch {
            progress(.stage(error.description))
        }
    }

    private static func validUntil(_ source: SiteSource) -> Timestamp {
        let newYear = PageDate(year: source.now.year + 1, month: 1, day: 1)
        return min(source.nextChange ?? newYear, newYear).timestamp
    }

    private func keepState(
        of result: Result, _ records: OutputRecords, pictures: GalleryOutcome,
        source: SiteSource,
        since inputs: (digest: String, newest: Int64)
    ) async {
        guard pictures.isSettled, let files = try? await SiteFiles.find(in: folder, jobs: options.jobs) else { return }
        // The lock may have been written meanwhile; everything else must be as it was when it was read.
        let after = BuildState.inputs(files, folder: folder, options: options)
        guard pictures.wroteLock || after.digest == inputs.digest,
            FileStamp.now - after.newest > FileStamp.granularity
        else { return }
        let paths = pictures.files.map { folder.shown($0) }
        let outputs = await BuildState.outputs(in: folder, pictures: paths, jobs: options.jobs) { records[$0]?.stamp }
        guard let outputs else { return }
        let state = BuildState(
            inputs: after.digest, outputs: outputs, validUntil: Self.validUntil(source), pictures: paths,
            report: result.report)
        // Without it the next build is slower, and as right.
        do throws(Diagnostic) { try state.save(in: folder) } catch { progress(.stage(error.summary)) }
    }
}

extension Duration {
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
