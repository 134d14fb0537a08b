/// The markers of a JPEG file: ITU T.81, table B.1. Each is a byte of ones and its code.
enum JPEGMarkers {
    private static let startOfScan: UInt8 = 0xDA
    private static let endOfImage: UInt8 = 0xD9

    /// Whether the last scan is followed by the end of the image. Padding may come after it; a preview in the
    /// file's head has an end of its own, which does not count.
    static func hasEnd(_ bytes: [UInt8]) -> Bool {
        var isEnded = false
        for index in bytes.indices.dropFirst().reversed() where bytes[index - 1] == 0xFF {
            if bytes[index] == endOfImage { isEnded = true }
            if bytes[index] == startOfScan { return isEnded }
        }
        return false
    }
}
