import Foundation
import FrontisCore

/// Finds the files that pages show from beside themselves and says where they go.
enum Resources {
    static func attach(to content: inout Content) {
        guard !content.files.isEmpty else { return }
        let bundles = Set(content.pages.filter(isBundle).map(folder))
        var owned: [String: [String]] = [:]
        for file in content.files {
            if let owner = owner(of: file, bundles) { owned[owner, default: []].append(file) }
        }
        for index in content.pages.indices {
            let page = content.pages[index]
            let folder = folder(of: page)
            let prefix = folder.isEmpty ? "" : folder + "/"
            var resources: [String: String] = [:]
            /// Whether a page in a folder below this one publishes it.
            func isOwnedBelow(_ file: String) -> Bool {
                owner(of: file, bundles).map { $0 != folder && $0.hasPrefix(prefix) } ?? false
            }
            func add(_ file: String) { resources[String(file.dropFirst(prefix.count))] = file }
            if isBundle(page) { owned[folder]?.forEach(add) }
            for address in page.localAddresses {
                guard let path = relativePath(address) else { continue }
                if let file = Reference.folded(prefix + path).flatMap(content.files.spelling) {
                    if file.hasPrefix(prefix), !isOwnedBelow(file) { add(file) }
                } else if let own = page.companionFolder,
                    let file = Reference.folded(own + path).flatMap(content.files.spelling), file.hasPrefix(own),
                    !isOwnedBelow(file)
                {
                    resources[String(file.dropFirst(own.count))] = file
                }
            }
            content.pages[index].resources = resources
        }
    }

    /// Whether all files in the page's folder are its own.
    private static func isBundle(_ page: Page) -> Bool {
        guard let file = page.source.file, !page.source.folder.isEmpty else { return false }
        return file[page.source.folder.endIndex...].hasPrefix("index.")
    }

    /// A file belongs to the nearest folder above it that is a page's.
    private static func owner(of file: String, _ bundles: Set<String>) -> String? {
        guard !bundles.isEmpty else { return nil }
        var folder = folder(of: file)
        while !folder.isEmpty, !bundles.contains(folder) { folder = self.folder(of: folder) }
        return folder.isEmpty ? nil : folder
    }

    /// Without a slash at its end.
    private static func folder(of page: Page) -> String { String(page.source.folder.dropLast()) }

    private static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    private static func relativePath(_ address: String) -> String? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard !path.isEmpty, path.first != "/", !Reference.isElsewhere(address) else { return nil }
        return String(path).removingPercentEncoding ?? String(path)
    }
}
