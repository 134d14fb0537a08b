extension Set<String> {
    /// The member that reads the same, in its own bytes. Swift compares letters and file systems bytes: `é` may be one
    /// character or two, and only the spelling of the disk opens the file.
    package func spelling(of path: String) -> String? { firstIndex(of: path).map { self[$0] } }
}
