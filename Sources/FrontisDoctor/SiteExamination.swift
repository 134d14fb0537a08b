import FrontisText
import FrontisGallery
import Foundation
import FrontisBuild
import FrontisCore
import FrontisProviders
import FrontisStore
import Subprocess

/// Looks at the files of a site: configuration, `.env`, lock, store, and what else is installed.
struct SiteExamination: Sendable {
    let folder: SiteFolder
    let options: BuildOptions

    /// - Parameter findings: what is wrong with configuration and providers' settings.
    func checks(findings: [Diagnostic]) async -> [HealthCheck] {
        configuration(findings) + (await dotEnv()) + lock() + store() + surroundings()
    }

    private func configuration(_ findings: [Diagnostic]) -> [HealthCheck] {
        if !findings.isEmpty { return findings.map(Doctor.check) }
        guard FileStamp(of: folder.configuration) != nil else {
            return [
                HealthCheck(
                    .note, "configuration",
                    "there is no frontis.yaml here: the defaults count, pictures are drawn offline",
                    help: "frontis new DIR makes a site; --site DIR names another folder")
            ]
        }
        return [HealthCheck(.ok, "configuration", "frontis.yaml can be read")]
    }

    // MARK: .env

    private func dotEnv() async -> [HealthCheck] {
        guard FileStamp(of: folder.gallery.environment) != nil else { return [] }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(folder.gallery.environment)
        } catch {
            // Whoever made the registry has said so.
            return []
        }
        let count = DotEnv(String(decoding: bytes, as: UTF8.self)).variables.count
        let found = ".env sets \(Plural.text(count, "variable"))"
        guard isUnderGit else { return [HealthCheck(.ok, "env-file", found)] }
        if await git("ls-files", "--error-unmatch", "--", ".env") == 0 {
            return [
                HealthCheck(
                    .error, "env-file", ".env is in git: whoever has the repository has the keys",
                    help: "git rm --cached .env, write .env into .gitignore, and make new keys")
            ]
        }
        switch await git("check-ignore", "--quiet", "--", ".env") {
        case 0?: return [HealthCheck(.ok, "env-file", found + ", and git ignores it")]
        case 1?:
            return [
                HealthCheck(
                    .warning, "env-file", ".env is not ignored by git: the next 'git add' takes the keys with it",
                    help: "write a line into .gitignore: .env")
            ]
        default: return [HealthCheck(.note, "env-file", found + "; whether git ignores it, git does not say")]
        }
    }

    private var isUnderGit: Bool {
        var path = folder.root
        while true {
            if FileManager.default.fileExists(atPath: path + "/.git") { return true }
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return false }
            path = String(path[..<slash])
        }
    }

    /// Its exit status; nothing where git cannot be asked.
    private func git(_ arguments: String...) async -> Int32? {
        do {
            let result = try await Subprocess.run(
                .name("git"), arguments: Arguments(["-C", folder.root] + arguments), output: .discarded,
                error: .discarded)
            guard case .exited(let status) = result.terminationStatus else { return nil }
            return status
        } catch {
            return nil
        }
    }

    // MARK: Lock and store

    /// Where the store has shown pictures: somebody has lost the lock.
    private var lostLock: HealthCheck? {
        guard let lines = try? ChoiceHistory(store: folder.gallery.store).lines(), !lines.isEmpty else { return nil }
        let slots = Set(lines.map(\.slot))
        let silent = Set(lines.filter { $0.asked == nil }.map(\.slot)).subtracting(
            lines.filter { $0.asked != nil }.map(\.slot))
        return HealthCheck(
            .warning, "lock",
            "frontis.lock is not there, although \(Plural.text(slots.count, "slot")) have shown pictures from the store"
                + (silent.isEmpty ? "" : "; of \(silent.count) nobody knows what they were made for"),
            help: "restore frontis.lock from git or a backup; the next build writes what the store still knows")
    }

    private func lock() -> [HealthCheck] {
        guard FileStamp(of: folder.gallery.lock) != nil else {
            return [
                lostLock
                    ?? HealthCheck(
                        .ok, "lock", "there is no frontis.lock yet: the first picture that is made writes it")
            ]
        }
        do throws(Diagnostic) {
            let lock = try SiteLock.read(folder.gallery.lock)
            let store = ImageStore(directory: folder.gallery.store, cache: folder.gallery.cache)
            let lost = lock.images.filter { !store.contains($0.value.image) }.keys.sorted()
            guard let first = lost.first else {
                return [
                    HealthCheck(.ok, "lock", "frontis.lock names \(Plural.text(lock.images.count, "picture"))")
                ]
            }
            return [
                HealthCheck(
                    .error, "lock",
                    "frontis.lock names \(Plural.text(lost.count, "picture")) that \(lost.count == 1 ? "is" : "are") "
                        + "not in the store: \(first)" + (lost.count > 1 ? " and others" : ""),
                    help: "bring .frontis/store back from git or a backup; 'frontis store verify' names them all")
            ]
        } catch {
            return [Doctor.check(error)]
        }
    }

    private func store() -> [HealthCheck] {
        guard FileStamp(of: folder.gallery.store) != nil else {
            return [HealthCheck(.ok, "store", "there is no store yet")]
        }
        do throws(FileError) {
            let inventory = try StoreInventory(of: folder.gallery.store)
            let bytes = inventory.objects.values.reduce(0) { $0 + $1.size }
            var checks = [
                HealthCheck(
                    .ok, "store",
                    "the store holds \(Plural.text(inventory.objects.count, "picture")), \(ByteCount.text(bytes))"
                )
            ]
            if !inventory.quarantine.isEmpty {
                checks.append(
                    HealthCheck(
                        .note, "store", "\(Plural.text(inventory.quarantine.count, "file")) in quarantine",
                        help: "paid answers that were no picture, or damaged ones: .frontis/store/v1/quarantine"))
            }
            if let damage = try SpendLedger(store: folder.gallery.store).read().damage(in: folder.gallery) {
                checks.append(Doctor.check(damage))
            }
            return checks
        } catch {
            return [HealthCheck(.error, "store", error.relative(to: folder.root).description, help: error.help)]
        }
    }

    // MARK: Surroundings

    private func surroundings() -> [HealthCheck] {
        var checks: [HealthCheck] = []
        if RunOptions.isContinuousIntegration(options.environment) {
            checks.append(
                HealthCheck(
                    .note, "frozen", "CI is set: builds make no picture that costs money",
                    help: "--no-frozen lifts it; with lock and store in git nothing has to be made"))
        }
        let folders = (options.environment["PATH"] ?? "").split(separator: ":")
        if !folders.contains(where: { FileManager.default.isExecutableFile(atPath: "\($0)/chafa") }) {
            checks.append(
                HealthCheck(
                    .note, "tool", "chafa is not installed: 'frontis image list' shows no pictures in the terminal"))
        }
        return checks
    }
}
