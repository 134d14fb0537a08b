/// Files and folders of `static/` whose names begin with a dot.
package enum Dotfiles {
    /// Published without a word: what servers, hosts and the web's own registries look for.
    package static let standard: Set<String> = [".well-known", ".nojekyll", ".htaccess", ".domains"]
    /// What systems and git leave behind, and nobody misses.
    package static let litter: Set<String> = [
        ".DS_Store", ".localized", ".gitkeep", ".gitignore", ".gitattributes", ".keep",
    ]

    /// Whether nothing may ever publish it, as such files hold secrets, a site's history, or what Frontis keeps.
    package static func isPrivate(_ name: some StringProtocol) -> Bool {
        let name = name.lowercased()
        if [".git", ".env", ".frontis"].contains(where: name.hasPrefix) { return true }
        return name.hasPrefix(".ht") && name.contains("passwd")
    }
}
