import Foundation

/// An open directory, closed when it goes out of scope.
///
/// Whatever is done in it is done in this very directory and by a bare name, whoever renames folders or puts links in
/// their place meanwhile; a link by that name is never followed.
struct OpenFolder: ~Copyable, Sendable {
    private let file: OpenFile
    /// What errors call it.
    private let path: String

    /// The directory itself may be reached through links.
    ///
    /// - Parameter name: what errors call it; its path where there is nothing.
    init(_ path: String, named name: String? = nil) throws(FileError) {
        file = try OpenFile(path, O_RDONLY | O_DIRECTORY, for: .list, named: name)
        self.path = name ?? path
    }

    /// - Throws: `ELOOP` where a link has the name.
    private init(_ name: String, in folder: borrowing OpenFolder) throws(FileError) {
        let path = folder.shown(name)
        do throws(FileError) {
            file = try OpenFile(
                name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, in: folder.file.descriptor, for: .list, named: path)
        } catch {
            // Systems do not agree on what they say of a link that is no directory.
            if case .link? = folder.entry(name) { throw FileError(.list, path, code: ELOOP) }
            throw error
        }
        self.path = path
    }

    /// A directory in it. Throws (`ELOOP`) for a link, wherever that leads.
    borrowing func folder(_ name: String) throws(FileError) -> OpenFolder {
        try OpenFolder(name, in: self)
    }

    /// The same, made where it is not there.
    borrowing func makingFolder(_ name: String) throws(FileError) -> OpenFolder {
        do throws(FileError) {
            return try OpenFolder(name, in: self)
        } catch  where error.code == ENOENT {
            guard mkdirat(file.descriptor, name, 0o777) == 0 || errno == EEXIST else {
                throw FileError(.makeDirectory, shown(name), code: errno)
            }
            return try OpenFolder(name, in: self)
        }
    }

    /// What has the name; nothing where nothing has.
    borrowing func entry(_ name: String) -> FileStamp.Entry? {
        status(name).map(FileStamp.Entry.init)
    }

    /// The bytes of a file in it. Throws (`ELOOP`) for a link.
    borrowing func read(_ name: String) throws(FileError) -> [UInt8] {
        let path = shown(name)
        let file = try OpenFile(
            name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, in: self.file.descriptor, for: .read, named: path)
        return try FileContents.read(file, path)
    }

    /// Replaces the file at once, or makes it; a link by the name is replaced itself.
    borrowing func write(_ bytes: [UInt8], to name: String) throws(FileError) {
        try rename(stage(bytes, for: name), to: name)
    }

    /// Writes a file that is not there yet, by its own name.
    ///
    /// - Parameter path: below this folder; folders on the way may be links.
    borrowing func writeNew(_ bytes: [UInt8], to path: String) throws(FileError) {
        let opened = try OpenFile(
            path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, in: file.descriptor, for: .write, named: shown(path))
        do throws(FileError) {
            try opened.write(bytes)
            try opened.finish()
        } catch {
            unlinkat(file.descriptor, path, 0)
            throw error
        }
    }

    /// Makes a folder, unless it is there.
    ///
    /// - Parameter path: below this folder; folders on the way may be links.
    borrowing func makeFolder(_ path: String) throws(FileError) {
        guard mkdirat(file.descriptor, path, 0o777) == 0 || errno == EEXIST else {
            throw FileError(.makeDirectory, shown(path), code: errno)
        }
    }

    /// Writes the bytes into a temporary file; see `rename`.
    ///
    /// - Returns: the temporary file's name.
    borrowing func stage(_ bytes: [UInt8], for name: String) throws(FileError) -> String {
        let temporary = AtomicFile.temporaryName()
        let opened = try OpenFile(
            temporary, O_WRONLY | O_CREAT | O_EXCL, in: file.descriptor, for: .write, named: shown(name))
        do throws(FileError) {
            try opened.write(bytes)
            try opened.finish()
            return temporary
        } catch {
            unlinkat(file.descriptor, temporary, 0)
            throw error
        }
    }

    /// Gives a temporary file its name. It is gone where that fails.
    borrowing func rename(_ temporary: String, to name: String) throws(FileError) {
        guard renameat(file.descriptor, temporary, file.descriptor, name) == 0 else {
            let error = FileError(.write, shown(name), code: errno)
            unlinkat(file.descriptor, temporary, 0)
            throw error
        }
    }

    /// What is at a name beside the bytes that are to be there.
    borrowing func standing(of bytes: [UInt8], at name: String) throws(FileError) -> OutputFolder.Standing {
        guard let status = status(name) else { return .absent }
        guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else { return .different }
        return try read(name) == bytes ? .same : .different
    }

    /// Removes a file, or a link itself.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    borrowing func remove(_ name: String) throws(FileError) -> Bool {
        if unlinkat(file.descriptor, name, 0) == 0 { return true }
        guard errno == ENOENT else { throw FileError(.remove, shown(name), code: errno) }
        return false
    }

    /// Removes a directory in it if that is empty.
    ///
    /// - Returns: whether it is gone.
    borrowing func removeEmptyFolder(_ name: String) throws(FileError) -> Bool {
        if unlinkat(file.descriptor, name, AT_REMOVEDIR) == 0 { return true }
        let code = errno
        if [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR].contains(code) { return false }
        throw FileError(.remove, shown(name), code: code)
    }

    /// The names in it, sorted, without `.` and `..`.
    borrowing func names() throws(FileError) -> [String] {
        try contents().map(\.name).sorted()
    }

    /// See `AtomicFile.sweep`.
    borrowing func sweep(modifiedBefore limit: Double, isDeep: Bool) throws(FileError) -> Int {
        var removed = 0
        for (name, mayBeFolder) in try contents() {
            let isTemporary = name.hasPrefix(AtomicFile.temporaryPrefix)
            guard isTemporary || (isDeep && mayBeFolder) else { continue }
            // What another run has finished or swept meanwhile is no concern of this one.
            guard let status = status(name) else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR where isDeep:
                do throws(FileError) {
                    removed += try folder(name).sweep(modifiedBefore: limit, isDeep: true)
                } catch {
                    guard error.isAbsent || error.code == ELOOP else { throw error }
                }
            case S_IFREG where isTemporary && Self.modificationTime(status) < limit:
                if try remove(name) { removed += 1 }
            default:
                break
            }
        }
        return removed
    }

    // MARK: Details

    private borrowing func shown(_ name: String) -> String { path + "/" + name }

    private borrowing func status(_ name: String) -> stat? {
        var status = stat()
        return fstatat(file.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Names, and whether each may be a directory: most file systems say so in the list.
    private borrowing func contents() throws(FileError) -> [(name: String, mayBeFolder: Bool)] {
        // A stream takes its descriptor over, and reads from where the last one on the same opening stopped.
        let descriptor = openat(file.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.list, path, code: errno) }
        guard let stream = fdopendir(descriptor) else {
            let code = errno
            close(descriptor)
            throw FileError(.list, path, code: code)
        }
        defer { closedir(stream) }
        var contents: [(name: String, mayBeFolder: Bool)] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileError(.list, path, code: errno) }
                return contents
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            let kind = Int32(entry.pointee.d_type)
            contents.append((name, kind == Int32(DT_DIR) || kind == Int32(DT_UNKNOWN)))
        }
    }

    /// Seconds since 1970, to less than a microsecond.
    static func modificationTime(_ status: stat) -> Double {
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
