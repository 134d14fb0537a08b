import FrontisCore

/// Which files of a folder are taken although their names begin with a dot.
struct DotfileRule: Sendable {
    enum Verdict {
        case taken
        /// Left out, and said so.
        case passedOver
        case ignored
    }

    /// Nothing for folders of which no such file is published.
    let named: Set<String>?

    static let none = DotfileRule(named: nil)

    /// - Parameters:
    ///   - name: begins with a dot.
    ///   - folder: that it lies in, from the folder that is walked.
    func verdict(on name: String, in folder: String) -> Verdict {
        guard let named else { return .ignored }
        if Dotfiles.isPrivate(name) { return Dotfiles.litter.contains(name) ? .ignored : .passedOver }
        if Dotfiles.standard.contains(name) || named.contains(name) { return .taken }
        if Dotfiles.litter.contains(name) { return .ignored }
        // What is published as a folder is published whole.
        let isInside = folder.split(separator: "/").contains { $0.hasPrefix(".") }
        return isInside ? .taken : .passedOver
    }

    static func finding(_ name: String, at path: String) -> Diagnostic {
        let isPrivate = Dotfiles.isPrivate(name)
        return Diagnostic(
            .dotfileLeftOut, "not published, as its name begins with a dot", at: SourceLocation(path: path),
            help: isPrivate
                ? "files of this name are never published" : "to publish it: static-dotfiles: [\(name)] in frontis.yaml"
        )
    }
}
