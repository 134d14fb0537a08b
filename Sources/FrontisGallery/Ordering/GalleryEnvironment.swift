package import FrontisCore
import FrontisProviders
import FrontisStore

/// The variables that settings may name: the process's own, and those of `.env`.
package enum GalleryEnvironment {
    package static func load(
        in folder: GalleryFolder, options: RunOptions
    ) -> (environment: ProviderEnvironment, diagnostics: [Diagnostic]) {
        var unreadable: [Diagnostic] = []
        var file: [UInt8]?
        do throws(FileError) {
            file = try FileContents.read(folder.environment)
        } catch {
            if !error.isAbsent {
                unreadable.append(
                    error.diagnostic(.fileUnreadable, in: folder.root))
            }
        }
        let (environment, findings) = ProviderEnvironment.load(variables: options.environment, file: file)
        return (environment, unreadable + findings)
    }
}
