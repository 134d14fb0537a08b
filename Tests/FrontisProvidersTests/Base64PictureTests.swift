import Testing

@testable import FrontisProviders

/// Pictures as they stand in answers.
struct Base64PictureTests {
    @Test(
        arguments: [
            ("AQID", [1, 2, 3]), ("AQ==", [1]), ("AQ\nID", [1, 2, 3]), ("AQ\r\nID\r\n", [1, 2, 3]), (" AQ ID ", [1, 2, 3]),
            ("data:image/png;base64,AQID", [1, 2, 3]), ("data:;base64,AQ\nID", [1, 2, 3]),
        ] as [(String, [UInt8])])
    func isRead(_ text: String, _ bytes: [UInt8]) {
        #expect(Base64Picture.bytes(of: text) == bytes)
    }

    @Test(arguments: [nil, "", " ", "A", "####", "data:image/png,AQID", "data:image/png;base64", "data:image/png;base64,"])
    func isNone(_ text: String?) {
        #expect(Base64Picture.bytes(of: text) == nil)
    }
}
