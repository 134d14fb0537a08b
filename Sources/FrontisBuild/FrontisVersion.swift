/// The program's version, in pages (`build.generator`), in state and in `--version`.
package enum FrontisVersion {
    package static let current = "0.1.0"
    package static let generator = "Frontis \(current)"
}
