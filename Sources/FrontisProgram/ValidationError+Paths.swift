import ArgumentParser

extension ValidationError {
    /// An empty path would stand for the working directory, as when a script's variable is not set.
    static func check(path: String?, of option: String) throws {
        guard let path else { return }
        if path.isEmpty { throw ValidationError("\(option.prefix(1).uppercased() + option.dropFirst()) is empty.") }
        if path.utf8.contains(0) { throw ValidationError("\(option) holds a byte that no path may have.") }
    }
}
