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

    /// Bytes that this user may still write where `path` is; none where no more files can be made; nothing where the system
    /// does not say.
    package static func freeSpace(at path: String) -> Int? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        // Some file systems have no end of files, and say 0 of 0.
        if status.f_files > 0, status.f_favail < leastFreeFiles { return 0 }
        let (bytes, overflow) = Int(clamping: status.f_bavail).multipliedReportingOverflow(by: Int(status.f_frsize))
        return overflow ? .max : bytes
    }

    /// A picture, what is kept beside it, and its folders, for as many pictures as are asked for at one time.
    private static let leastFreeFiles: UInt = 1000

    /// Waits until the names in the directory are on the disk.
    package static func synchronize(_ path: String) throws(FileError) {
        try OpenFile(path, O_RDONLY | O_DIRECTORY, for: .write).synchronize()
    }

    /// The names in the directory, sorted, without `.` and `..`; none where there is no such directory. Names that read
    /// the same are in the order of their bytes.
    package static func names(in path: String) throws(FileError) -> [String] {
        let (names, unreadable) = try listing(of: path)
        return names + unreadable
    }

    /// The same, with names apart that are not UTF-8, as old archives have them; of those, with each byte that is none as
    /// `\xE9`, which is how people see them and not what they are called.
    package static func listing(of path: String) throws(FileError) -> (names: [String], unreadable: [String]) {
        guard let stream = opendir(path) else {
            if errno == ENOENT { return ([], []) }
            throw FileError(.list, path, code: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        var unreadable: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileError(.list, path, code: errno) }
                names.sort { $0 == $1 ? $0.utf8.lexicographicallyPrecedes($1.utf8) : $0 < $1 }
                return (names, unreadable.sorted())
            }
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                let name = bytes.prefix { $0 != 0 }
                if let text = String(validating: name, as: UTF8.self) {
                    if text != ".", text != ".." { names.append(text) }
                } else {
                    unreadable.append(shown(name))
                }
            }
        }
    }

    private static func shown(_ name: some Sequence<UInt8>) -> String {
        name.map { byte in
            if (0x20..<0x7F).contains(byte) { return String(Unicode.Scalar(byte)) }
            return "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// The directory that `path` is in: `.` for a bare name.
    package static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
