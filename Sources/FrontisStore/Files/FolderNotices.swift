#if os(Linux)
    import Foundation

    /// The system's word of what changes in folders: inotify.
    ///
    /// https://man7.org/linux/man-pages/man7/inotify.7.html
    package final class FolderNotices: Sendable {
        package struct Notice: Sendable, Hashable {
            /// What `watch` called the folder; nothing where notices were lost, so that anything may have changed.
            package var folder: Int32?
            /// Of what changed in it; empty for the folder itself.
            package var name: String
            /// Whether something of that name is new there.
            package var isNew: Bool
        }

        /// Waits on it tell that there is something to read.
        package let descriptor: Int32

        /// What is written to a file counts when it is closed: half of it is nothing that anyone wants built.
        private static let kinds = UInt32(
            IN_CREATE | IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
                | IN_MOVE_SELF | IN_ONLYDIR)

        /// - Throws: where the system has no more of them.
        package init() throws(FileError) {
            descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            guard descriptor >= 0 else { throw FileError(.list, "inotify", code: errno) }
        }

        /// - Returns: what notices call the folder.
        /// - Throws: `ENOSPC` where there are more folders than the system allows to be watched.
        package func watch(_ folder: String) throws(FileError) -> Int32 {
            let number = inotify_add_watch(descriptor, folder, Self.kinds)
            guard number >= 0 else { throw FileError(.list, folder, code: errno) }
            return number
        }

        /// Everything that has come; never waits.
        package func read() -> [Notice] {
            var notices: [Notice] = []
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            while true {
                let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return notices }
                buffer.withUnsafeBytes { notices += Self.notices(in: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            }
        }

        private static func notices(in bytes: UnsafeRawBufferPointer) -> [Notice] {
            let header = MemoryLayout<inotify_event>.size
            var notices: [Notice] = []
            var rest = bytes
            while rest.count >= header {
                let event = rest.loadUnaligned(as: inotify_event.self)
                let end = header + Int(event.len)
                guard rest.count >= end else { break }
                let name = rest[header..<end].prefix { $0 != 0 }
                let isNew = event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0
                notices.append(
                    Notice(
                        folder: event.mask & UInt32(IN_Q_OVERFLOW) != 0 ? nil : event.wd,
                        name: String(decoding: name, as: UTF8.self),
                        isNew: isNew))
                rest = UnsafeRawBufferPointer(rebasing: rest[end...])
            }
            return notices
        }

        deinit { if descriptor >= 0 { close(descriptor) } }
    }
#endif
