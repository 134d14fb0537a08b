import Crypto
import Foundation

/// MD5, for comparing a file with what a storage service says that it holds. It protects against accidents and against
/// nobody's intent.
package enum MD5Digest {
    private static let piece = 1 << 20

    /// Of a file's bytes, in base64, as storage services write it.
    package static func base64(of file: FileSlices) throws(FileError) -> String {
        var hasher = Insecure.MD5()
        var offset = 0
        while true {
            let bytes = try file.read(offset..<offset + piece)
            if bytes.isEmpty { break }
            hasher.update(data: bytes)
            offset += bytes.count
        }
        return Data(hasher.finalize()).base64EncodedString()
    }

    package static func base64(of bytes: [UInt8]) -> String {
        Data(Insecure.MD5.hash(data: bytes)).base64EncodedString()
    }
}
