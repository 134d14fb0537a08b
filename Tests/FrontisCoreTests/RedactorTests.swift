import Foundation
import FrontisCore
import Testing

@Suite struct RedactorTests {
    private static let key = "p/ss \"w0rd\" & more"
    private static let redactor = Redactor([Secret(key), Secret("short12"), Secret("12345678"), Secret("12345678-90")])

    @Test(arguments: [
        ("nothing in it", "nothing in it"), ("<p/ss \"w0rd\" & more>", "<<redacted>>"),
        (#"{"a":"p/ss \"w0rd\" & more"}"#, #"{"a":"<redacted>"}"#),
        (#"{"a":"p\/ss \"w0rd\" & more"}"#, #"{"a":"<redacted>"}"#),
        ("?k=p%2Fss%20%22w0rd%22%20%26%20more&x=1", "?k=<redacted>&x=1"),
        // What is shorter than eight bytes may be a word.
        ("short12", "short12"), ("123456781234567", "<redacted>1234567"),
        // The longer one first.
        ("12345678-90 12345678", "<redacted> <redacted>"), ("1234567 8", "1234567 8"), ("", ""),
    ])
    func wholeValuesAreTakenOut(text: String, expected: String) {
        #expect(Self.redactor.redacted(text) == expected)
        #expect(Self.redactor.redacted(Array(text.utf8)) == Array(expected.utf8))
    }

    @Test func base64IsReadAsWell() {
        let written = Data("abcdefghijk".utf8).base64EncodedString()
        #expect(Redactor([Secret("abcdefghijk")]).redacted("Basic \(written)").hasPrefix("Basic <redacted>"))
    }

    @Test func bytesThatAreNoTextStayAsTheyAre() {
        let bytes: [UInt8] = [0xFF, 0x00] + Array("12345678".utf8) + [0xFE]
        #expect(Self.redactor.redacted(bytes) == [0xFF, 0x00] + Array("<redacted>".utf8) + [0xFE])
        #expect(Redactor.nothing.redacted(bytes) == bytes)
    }

    @Test(arguments: [
        ("https://example.org/", "https://example.org/"), ("https://ana@example.org/", "https://<redacted>@example.org/"),
        ("https://ana:p@ss@example.org/a@b", "https://<redacted>@example.org/a@b"), ("https://example.org/@ana", "https://example.org/@ana"),
        ("see http://a:b@c and ftp://d:e@f", "see http://<redacted>@c and ftp://<redacted>@f"), ("ana@example.org", "ana@example.org"),
        ("https://example.org?a=b@c", "https://example.org?a=b@c"),
    ])
    func usersOfAddresses(text: String, expected: String) {
        #expect(AddressText.withoutUser(text) == expected)
        #expect(AddressText.namesUser(text) == (text != expected))
    }
}
