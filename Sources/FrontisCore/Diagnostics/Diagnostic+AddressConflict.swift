extension Diagnostic {
    /// Two things that want one address.
    package static func addressConflict(_ summary: String, at location: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .pageURLConflict, summary, at: location,
            help: "give one of the two another slug or url, or its section another address: permalinks: in frontis.yaml"
        )
    }
}
