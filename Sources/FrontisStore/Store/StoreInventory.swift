package import FrontisCore

/// Which files a store has, told by their names, without reading one.
package struct StoreInventory: Sendable {
    /// Pictures, by the digest that they should have.
    package private(set) var objects: [Digest: StoredFile] = [:]
    /// Manifests, by the key of their recipe.
    package private(set) var recipes: [Digest: StoredFile] = [:]
    /// Alt texts, by the key of picture and language.
    package private(set) var alts: [Digest: StoredFile] = [:]
    package private(set) var quarantine: [StoredFile] = []
    /// What a run that is going on or was killed has left.
    package private(set) var temporary: [StoredFile] = []
    /// Files that do not stand where any key leads to.
    package private(set) var misplaced: [StoredFile] = []

    /// - Parameter store: `.frontis/store/v1`, absolute.
    /// - Throws: for a directory that cannot be listed.
    package init(of store: String) throws(FileError) {
        objects = try keyed(in: store + "/objects", suffix: "")
        recipes = try keyed(in: store + "/recipes", suffix: ".json")
        alts = try keyed(in: store + "/alts", suffix: ".json")
        // What they hold is not looked into here, but has to stand in its place all the same.
        _ = try keyed(in: store + "/prompts", suffix: ".json")
        _ = try keyed(in: store + "/failures", suffix: ".json")
        for file in try StoredFile.all(below: store + "/quarantine") { keep(file) { $0.quarantine.append(file) } }
        for file in try StoredFile.all(in: store) { keep(file) { _ in } }
    }

    /// The files `ab/<digest><suffix>` in the directory.
    private mutating func keyed(in directory: String, suffix: String) throws(FileError) -> [Digest: StoredFile] {
        var keyed: [Digest: StoredFile] = [:]
        for file in try StoredFile.all(below: directory) {
            keep(file) { inventory in
                guard file.name.hasSuffix(suffix), let digest = Digest(hex: String(file.name.dropLast(suffix.count))),
                    file.path == "\(directory)/\(digest.fanOut)/\(file.name)"
                else { return inventory.misplaced.append(file) }
                keyed[digest] = file
            }
        }
        return keyed
    }

    /// Tells temporary files apart; other hidden ones are the file system's or the user's.
    private mutating func keep(_ file: StoredFile, _ body: (inout Self) -> Void) {
        if file.name.hasPrefix(AtomicFile.temporaryPrefix) {
            temporary.append(file)
        } else if !file.name.hasPrefix(".") {
            body(&self)
        }
    }
}
