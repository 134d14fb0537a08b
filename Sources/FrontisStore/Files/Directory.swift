import Foundation

/// Makes, lists and flushes directories.
package enum Directory {
    /// Makes the directory and those above it; one that is there already is fine.
    package static func make(_ path: String, _ durability: AtomicFile.Durability = .cached) throws(FileError) {
        if mkdir(path, 0o777) == 0 {
            if durability == .durable { try synchronize(parent(of: path)) }
            return
        }
        switch errno {
        case ENOENT where !path.isEmpty && parent(of: path) != path:
            try make(parent(of: path), durability)
            try make(path, durability)
        case EEXIST:
            // A symbolic link to a directory is one as well.
            var status = stat()
            guard stat(path, &status) == 0 else { throw FileError(.makeDirectory, path, code: errno) }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw FileError(.makeDirectory, path, code: ENOTDIR)
            }
        case let code:
            throw FileError(.makeDirectory, path, code: code)
        }
    }

    /// Bytes that this user may still write where `path` is; nothing where the system does not say.
    package static func freeSpace(at path: String) -> Int? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        let (bytes, overflow) = Int(clamping: status.f_bavail).multipliedReportingOverflow(by: Int(status.f_frsize))
        return overflow ? .max : bytes
    }

    /// Waits until the names in the directory are on the disk.
    package static func synchronize(_ path: String) throws(FileError) {
        try OpenFile(path, O_RDONLY | O_DIRECTORY, for: .write).synchronize()
    }

    /// The names in the directory, sorted, without `.` and `..`; none where there is no such directory. Names that read
    /// the same are in the order of their bytes.
    package static func names(in path: String) throws(FileError) -> [String] {
        guard let stream = opendir(path) else {
            if errno == ENOENT { return [] }
            throw FileError(.list, path, code: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileError(.list, path, code: errno) }
                return names.sorted { $0 == $1 ? $0.utf8.lexicographicallyPrecedes($1.utf8) : $0 < $1 }
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// The directory that `path` is in: `.` for a bare name.
    package static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
