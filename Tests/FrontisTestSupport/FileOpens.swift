#if os(Linux)
    import Foundation

    /// Counts how often programs open the files of a folder and of those below it, as the kernel tells it.
    package final class FileOpens {
        private let queue: Int32
        private let root: String
        /// Folders by watch, relative to the root.
        private var folders: [Int32: String] = [:]

        /// - Parameter root: only folders that are there already are watched.
        package init(below root: String) throws {
            self.root = root
            queue = inotify_init1(Int32(IN_NONBLOCK))
            guard queue >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            try watch("")
            for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
                if attributes[.type] as? FileAttributeType == .typeDirectory { try watch(path) }
            }
        }

        deinit { close(queue) }

        private func watch(_ folder: String) throws {
            let watch = inotify_add_watch(queue, "\(root)/\(folder)", UInt32(IN_OPEN))
            guard watch >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            folders[watch] = folder
        }

        /// Since the last time, by path below the root; folders are not counted.
        package func counts() -> [String: Int] {
            var counts: [String: Int] = [:]
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(queue, &buffer, buffer.count)
                guard count > 0 else { return counts }
                var offset = 0
                // Of an event: watch, mask, cookie and the length of the name in four bytes each, then the name.
                while offset + 16 <= count {
                    func word(_ index: Int) -> UInt32 {
                        buffer[(offset + index * 4)...].prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
                    }
                    let length = Int(word(3))
                    let name = buffer[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }
                    if word(1) & UInt32(IN_ISDIR) == 0, let folder = folders[Int32(bitPattern: word(0))], !name.isEmpty {
                        let file = String(decoding: name, as: UTF8.self)
                        counts[folder.isEmpty ? file : "\(folder)/\(file)", default: 0] += 1
                    }
                    offset += 16 + length
                }
            }
        }
    }
#endif
