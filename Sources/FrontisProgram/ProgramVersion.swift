import CCommit
import FrontisBuild

/// What `--version` says. The commit is the program's own affair: what a site's output, state and records say of their
/// maker is `FrontisVersion.current` alone, so that they do not change from commit to commit.
enum ProgramVersion {
    static var current: String {
        let commit = String(cString: frontis_commit())
        return commit.isEmpty ? FrontisVersion.current : "\(FrontisVersion.current) (\(commit))"
    }
}
