import Foundation

/// The files of `Tests/Fixtures/pictures`.
enum PictureFiles {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/pictures/\(name)")))
    }
}
