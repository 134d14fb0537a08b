extension Dialect {
    /// Pictures drawn here, for nothing. Its alt texts come from the drawing itself, so it has no describer.
    static let pattern = Dialect(
        name: "pattern", keys: [], needsNoEntry: true, usesHTTP: false,
        makeProvider: { PatternProvider(name: $0.name) },
        makePromptWriter: { PatternPromptWriter(name: $0.name) })
}
