package import FrontisCore
import FrontisRender

extension Build {
    package struct PlanResult: Sendable {
        package var report: PlanReport
        package var diagnostics: [Diagnostic]
    }

    /// What a build would do about pictures. Asks for nothing and writes nothing.
    package func plan() async -> PlanResult {
        let files: SiteFiles
        do {
            files = try await SiteFiles.find(in: folder, jobs: options.jobs)
        } catch {
            return PlanResult(report: PlanReport(ImagePlan(entries: []), diagnostics: [error]), diagnostics: [error])
        }
        let theme = Theme.load(files.templates, in: folder).theme
        let source = await SiteSource.read(
            files, in: folder, options: options, plugins: plugins, themeIDs: theme.ids)
        let list = source.wishList(
            localPictures: await LocalPictureFinder.find(
                in: source, ShownPictures(source, source.resolver), folder: folder, jobs: options.jobs))
        let planned = await PictureStage(folder: folder, options: options, progress: progress).plan(list)
        let diagnostics = (source.diagnostics + planned.diagnostics)
            .settled(severities: source.configuration.severities)
        return PlanResult(
            report: PlanReport(
                planned.plan, localAlts: planned.localAlts, budget: source.configuration.images.budget,
                diagnostics: diagnostics),
            diagnostics: diagnostics)
    }
}
