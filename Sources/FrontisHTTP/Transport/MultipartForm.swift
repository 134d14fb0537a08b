package import FrontisCore

/// A `multipart/form-data` body, RFC 7578.
package struct MultipartForm: Sendable {
    package let boundary: String
    private var bytes: [UInt8] = []

    /// The boundary must not stand in any part: take something of the request's own that is long and random
    /// enough, such as the start of its key. RFC 2046 allows 70 characters.
    package init(boundary: String) {
        self.boundary = boundary
    }

    package var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    package mutating func add(_ name: String, _ value: String) {
        append("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
    }

    package mutating func add(_ name: String, _ picture: ReferencePicture, fileName: String) {
        append(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\n"
                + "Content-Type: \(picture.mediaType.rawValue)\r\n\r\n")
        bytes += picture.bytes
        append("\r\n")
    }

    /// The whole body.
    package func finished() -> [UInt8] { bytes + Array("--\(boundary)--\r\n".utf8) }

    private mutating func append(_ text: String) { bytes += Array(text.utf8) }
}
