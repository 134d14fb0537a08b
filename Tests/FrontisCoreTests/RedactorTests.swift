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

    /// Libraries escape more than they have to, and gateways put what others sent into what they send.
    @Test(arguments: [
        #"{"debug":"Bearer QUJDRA\u002BTOPSECRET/zz\u002b99=="}"#, #"{"debug":"Bearer QUJDRA+TOPSECRET\/zz+99\u003d\u003D"}"#,
        "?key=Bearer QUJDRA%2bTOPSECRET%2Fzz%2b99%3d%3D", "<p>Bearer QUJDRA&#43;TOPSECRET&#x2F;zz&#x2b;99==</p>",
        #"{"error":"{\"message\":\"Bearer QUJDRA\\u002BTOPSECRET/zz+99==\"}"}"#,
        #"{"a":"{\"b\":\"{\\\"c\\\":\\\"Bearer QUJDRA\\\\u002BTOPSECRET/zz+99==\\\"}\"}"}"#,
        #"Bearer \u0051\u0055\u004A\u0044\u0052\u0041\x2bTOPSECRET/zz+99=="#, "Bearer QUJDRA&#x2B;TOPSECRET/zz+99==, Bearer QUJDRA+TOPSECRET/zz+99==",
    ])
    func escapesHideNothing(text: String) {
        let clean = Redactor([Secret("QUJDRA+TOPSECRET/zz+99==")]).redacted(text)
        #expect(clean.contains("Bearer <redacted>"))
        for part in ["QUJDRA", "TOPSECRET", "zz", "99"] { #expect(!clean.contains(part), "\(clean)") }
        #expect(clean.first == text.first && clean.last == (">}".contains(text.last ?? " ") ? text.last : ">"))
    }

    @Test(arguments: [
        #"{"path":"C:\users\u00e9\n"}"#, "100 % of it", "%zz %4", "&amp; &#; &#x; &#xFFFFFFFF; &nope;", #"a trailing \"#, #"\u12"#,
        #"\ud83d\ude00"#,
    ])
    func whatHoldsNoSecretIsAsItWas(text: String) {
        let redactor = Redactor([Secret("QUJDRA+TOPSECRET")])
        #expect(redactor.redacted(text) == text)
        #expect(redactor.redacted("é" + text + "QUJDRA%2BTOPSECRET" + text) == "é" + text + "<redacted>" + text)
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
