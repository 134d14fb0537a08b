import Foundation
import FrontisCore

/// Finds the files that pages show from beside themselves and says where they go.
enum Resources {
    static func attach(to content: inout Content) {
        guard !content.files.isEmpty else { return }
        var bundles: [String: [String]] = [:]
        for file in content.files {
            // A file belongs to every folder above it that is a bundle.
            var folder = file[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                bundles[String(folder), default: []].append(file)
            }
        }
        for index in content.pages.indices {
            let page = content.pages[index]
            var resources: [String: String] = [:]
            let folder = page.source.lastIndex(of: "/").map { String(page.source[..<$0]) } ?? ""
            let file = page.source.dropFirst(folder.isEmpty ? 0 : folder.count + 1)
            if file.hasPrefix("index."), !folder.isEmpty {
                for path in bundles[folder] ?? [] { resources[String(path.dropFirst(folder.count + 1))] = path }
            }
            for address in page.localAddresses {
                guard let name = relativeName(address) else { continue }
                let path = folder.isEmpty ? name : folder + "/" + name
                if let resolved = Reference.folded(path).flatMap(content.files.spelling), !name.hasPrefix("../") {
                    resources[name.hasPrefix("./") ? String(name.dropFirst(2)) : name] = resolved
                }
            }
            content.pages[index].resources = resources
        }
    }

    private static func relativeName(_ address: String) -> String? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard !path.isEmpty, path.first != "/", !Reference.isElsewhere(address) else { return nil }
        return String(path).removingPercentEncoding ?? String(path)
    }
}
