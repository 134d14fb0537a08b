package import FrontisCore
package import FrontisGallery
import FrontisImages

extension Build {
    package struct PlanResult: Sendable {
        package var report: PlanReport
        package var diagnostics: [Diagnostic]
    }

    /// What a build would do about pictures. Asks for nothing and writes nothing.
    package func plan() async -> PlanResult {
        let site: Site
        do throws(Diagnostic) {
            site = try await Site.open(options, plugins: plugins)
        } catch {
            return PlanResult(report: PlanReport(ImagePlan(entries: []), diagnostics: [error]), diagnostics: [error])
        }
        let planned = await Gallery(folder: folder.gallery, options: options.run, progress: progress).plan(site.list)
        // What is wrong with templates is for who renders.
        let diagnostics = (site.source.diagnostics + planned.diagnostics)
            .settled(severities: site.configuration.severities)
        return PlanResult(
            report: PlanReport(
                planned.plan, localAlts: planned.localAlts, budget: site.configuration.images.budget,
                diagnostics: diagnostics),
            diagnostics: diagnostics)
    }
}
