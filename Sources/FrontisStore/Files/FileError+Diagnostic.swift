package import FrontisCore

/// The one way from the file system's errors to what a person reads.
extension FileError {
    /// - Parameter root: what the path is shown relative to: the site.
    package func diagnostic(_ id: DiagnosticID, in root: String) -> Diagnostic { relative(to: root).diagnostic(id) }

    /// With the path as it is.
    package func diagnostic(_ id: DiagnosticID) -> Diagnostic { Diagnostic(id, description, help: help) }
}
