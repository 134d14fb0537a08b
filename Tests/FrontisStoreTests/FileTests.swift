import Foundation
import Testing

@testable import FrontisStore

@Suite struct FileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    // MARK: Reading

    @Test(arguments: [0, 1, 4096, 70_000])
    func readsWholeFiles(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try AtomicFile.write(bytes, to: folder.path + "/a.bin")
        #expect(try FileContents.read(folder.path + "/a.bin") == bytes)
    }

    @Test func saysWhatCannotBeRead() throws {
        let absent = try #require(throws: FileError.self) { try FileContents.read(folder.path + "/none") }
        #expect(absent.isAbsent)
        #expect(absent.relative(to: folder.path).description == "cannot read 'none': No such file or directory")

        let directory = try #require(throws: FileError.self) { try FileContents.read(folder.path) }
        #expect(directory.relative(to: "/").code == EISDIR)

        try AtomicFile.write("12345", to: folder.path + "/long")
        let long = try #require(throws: FileError.self) { try FileContents.read(folder.path + "/long", limit: 4) }
        #expect(long.relative(to: folder.path).description == "cannot read 'long': File too large")
    }

    /// Opening a pipe that nobody writes to would wait for ever.
    @Test(.timeLimit(.minutes(10))) func aPipeDoesNotHoldReadingUp() throws {
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let error = try #require(throws: FileError.self) { try FileContents.read(folder.path + "/pipe") }
        #expect(error.code == EINVAL)
    }

    // MARK: Writing

    @Test func aPipeIsNotReplaced() throws {
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let error = try #require(throws: FileError.self) { try AtomicFile.write("one", to: pipe) }
        #expect(error == FileError(.write, pipe, code: ENOTSUP))
        guard case .special? = FileStamp.entry(at: pipe) else { return #expect(Bool(false), "the pipe is gone") }
        #expect(folder.files() == ["pipe"])
    }

    @Test(arguments: [AtomicFile.Durability.cached, .durable])
    func writesAndReplacesAndLeavesNothingElse(_ durability: AtomicFile.Durability) throws {
        try AtomicFile.write("one", to: folder.path + "/a/b/c.txt", durability)
        try AtomicFile.write("two", to: folder.path + "/a/b/c.txt", durability)
        #expect(try folder.text("a/b/c.txt") == "two")
        #expect(folder.files() == ["a/b/c.txt"])
    }

    @Test func anUnchangedFileIsNotTouched() throws {
        let path = folder.path + "/a.txt"
        #expect(try AtomicFile.writeIfChanged(Array("one".utf8), to: path))
        try folder.touch("a.txt", at: 1_000_000)
        #expect(try !AtomicFile.writeIfChanged(Array("one".utf8), to: path))
        #expect(try folder.modified("a.txt") == Date(timeIntervalSince1970: 1_000_000))
        #expect(try AtomicFile.writeIfChanged(Array("two".utf8), to: path))
        #expect(try folder.text("a.txt") == "two")
    }

    @Test func aSymbolicLinkIsReplacedAndItsTargetStays() throws {
        try folder.write("precious", to: "target")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/target")
        #expect(try AtomicFile.writeIfChanged(Array("precious".utf8), to: folder.path + "/link"))
        try AtomicFile.write("new", to: folder.path + "/link")
        #expect(try folder.text("target") == "precious")
        #expect(try folder.text("link") == "new")
    }

    @Test func aFailedWriteLeavesNothingBehind() throws {
        // A directory with something in it stands where the file should go.
        try folder.write("x", to: "a.txt/x")
        let error = try #require(throws: FileError.self) {
            try AtomicFile.write("one", to: folder.path + "/a.txt", .durable)
        }
        #expect(error.relative(to: folder.path).description == "cannot write 'a.txt': Is a directory")
        #expect(folder.files() == ["a.txt/x"])
    }

    @Test func aFileInTheWayOfADirectoryIsNamed() throws {
        try folder.write("x", to: "a")
        let error = try #require(throws: FileError.self) { try AtomicFile.write("y", to: folder.path + "/a/b.txt") }
        #expect(error.relative(to: folder.path).description == "cannot write 'a/b.txt': Not a directory")
        let made = try #require(throws: FileError.self) { try Directory.make(folder.path + "/a") }
        #expect(
            made.relative(to: folder.path).description == "cannot make the directory 'a': Not a directory")
    }

    #if os(Linux)
        /// `/dev/full` answers every write as a full disk does.
        @Test func aFullDiskIsAClearError() throws {
            let file = try OpenFile("/dev/full", O_WRONLY, for: .write, named: "store/a.png")
            var caught: FileError?
            [UInt8(1), 2, 3].withUnsafeBytes { bytes in
                do throws(FileError) { try file.write(bytes) } catch { caught = error }
            }
            let error = try #require(caught)
            #expect(error.isDiskFull)
            #expect(error.description == "cannot write 'store/a.png': No space left on device")
            #expect(error.help == "free some space on the disk and run again; what is in the store stays there")
        }
    #endif

    @Test func oldLeftOversAreSweptAndNothingElse() throws {
        for name in [".frontis-tmp-old", "deep/er/.frontis-tmp-old", ".frontis-tmp-young", "kept", ".hidden"] {
            try folder.write("x", to: name)
            try folder.touch(name, at: name.hasSuffix("young") ? 2000 : 1000)
        }
        #expect(try AtomicFile.sweep(folder.path, modifiedBefore: 2000) == 2)
        #expect(folder.files() == [".frontis-tmp-young", ".hidden", "kept"])
        #expect(try AtomicFile.sweep(folder.path + "/none", modifiedBefore: 2000) == 0)
    }

    @Test func sweepingDoesNotFollowLinks() throws {
        let other = try TemporaryFolder()
        try other.write("x", to: ".frontis-tmp-old")
        try other.touch(".frontis-tmp-old", at: 1000)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: other.path)
        #expect(try AtomicFile.sweep(folder.path, modifiedBefore: 2000) == 0)
        #expect(other.files() == [".frontis-tmp-old"])
    }

    // MARK: Locks

    @Test func aLockIsHeldOnceAndLetGoOf() throws {
        let path = folder.path + "/locks/a"
        var first = try FileLock.tryAcquire(path)
        #expect(first != nil)
        #expect(try FileLock.tryAcquire(path) == nil)
        #expect(try FileLock.tryAcquire(path + "b") != nil)
        withExtendedLifetime(first) {}
        first = nil
        #expect(try FileLock.tryAcquire(path) != nil)
    }

    /// A lost update shows that two were in at once.
    @Test(.timeLimit(.minutes(10))) func waitingForALockLetsOneInAtATime() async throws {
        let path = folder.path
        try folder.write("0", to: "count")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<25 {
                        let lock = try FileLock.acquire(path + "/lock")
                        let text = String(decoding: try FileContents.read(path + "/count"), as: UTF8.self)
                        try AtomicFile.write(String((Int(text) ?? 0) + 1), to: path + "/count")
                        withExtendedLifetime(lock) {}
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try folder.text("count") == "200")
    }
}
