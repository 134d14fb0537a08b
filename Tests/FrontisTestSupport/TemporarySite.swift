package import Foundation

/// A folder of its own for one test, gone with the last reference to it.
package final class TemporarySite: Sendable {
    /// Absolute, without symbolic links: programs report paths that way.
    package let url: URL

    package var path: String { url.path }

    /// Throws what the file system says if the folder cannot be made.
    package init() throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("frontis-test-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        url = folder
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            // Nothing depends on it, but a disk filling up unseen would be worse than a line of text.
            FileHandle.standardError.write(Data("cannot remove \(url.path): \(error)\n".utf8))
        }
    }

    /// The absolute path of something in the folder.
    package func path(_ relative: String) -> String { url.appendingPathComponent(relative).path }

    /// Writes a file, and the folders it needs.
    package func write(_ path: String, _ text: String) throws {
        try write(path, Array(text.utf8))
    }

    package func write(_ path: String, _ bytes: [UInt8]) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// The text of a file; throws if there is none or it is not UTF-8.
    package func read(_ path: String) throws -> String {
        try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
    }

    package func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appendingPathComponent(path)))
    }

    package func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent(path).path)
    }

    package func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url.appendingPathComponent(path))
    }

    /// All files under a folder, hidden ones too, by their path in it: `posts/first/index.html`. Throws if there is
    /// no such folder. An empty name stands for the whole site.
    package func tree(of folder: String = "") throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try names(in: folder) { files[name] = try bytes(folder.isEmpty ? name : folder + "/" + name) }
        return files
    }

    /// When each file under a folder was last written, with what precision the file system has.
    package func modificationTimes(of folder: String = "") throws -> [String: Date] {
        var times: [String: Date] = [:]
        for name in try names(in: folder) {
            let path = path(folder.isEmpty ? name : folder + "/" + name)
            times[name] = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        }
        return times
    }

    private func names(in folder: String) throws -> [String] {
        let root = folder.isEmpty ? url : url.appendingPathComponent(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { name in
            var isFolder: ObjCBool = false
            let path = root.appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }
}
