import Testing

@testable import FrontisHTTP

@Suite struct AddressTests {
    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "fc00::1", "fd12:3456::1", "fe80::1", "ff02::1", "2001:db8::1",
        "2001::1", "2002:7f00:1::", "3fff::1",
    ])
    func addressesOfNoOnesServerAreNotPublic(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!address.isPublic)
    }

    @Test(arguments: [
        "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.169.0.1",
        "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e", "::ffff:1.1.1.1", "64:ff9b::101:101",
    ])
    func addressesOfTheInternetArePublic(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.isPublic)
    }

    @Test(arguments: ["127.1", "0x7f.0.0.1", "2130706433", "localhost", "1.2.3.4.5", "", "1.2.3", "::g"])
    func namesAndShortFormsAreLeftToTheSystem(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func theSystemSeesThroughOtherSpellingsOfThisMachine() async {
        // Not `localhost`: a bare machine may have no file that says what that is.
        for host in ["127.1", "0x7f000001", "2130706433"] {
            let addresses = await AddressResolver.system.addresses(host)
            #expect(!addresses.isEmpty, "\(host)")
            #expect(addresses.allSatisfy { $0.isLoopback }, "\(host)")
        }
    }

    @Test(arguments: [
        ("http://localhost:8080/v1", true), ("http://127.0.0.1/v1", true), ("http://127.9.9.9/v1", true),
        ("http://[::1]:99/v1", true), ("http://localhost.example.com/v1", false), ("http://128.0.0.1/v1", false),
        ("https://api.openai.com/v1", false), ("http://192.168.1.1/v1", false),
    ])
    func loopbackIsToldByTheText(address: String, isLoopback: Bool) throws {
        let web = try #require(WebAddress(address))
        #expect(web.isLoopback == isLoopback)
    }

    @Test(arguments: [
        "", "file:///etc/passwd", "ftp://example.com/", "//example.com/", "example.com", "https://", "https:///path",
        "https://user:password@example.com/", "https://user@example.com/", "http://example.com:0/",
        "http://example.com:99999/", "javascript:alert(1)", "data:image/png;base64,AAAA",
        "https://exa mple.com/", "https://ex\nample.com/", "https://münchen.example/", "https://ex%61mple.com/",
        "https://[fe80::1%25eth0]/", "https://[127.0.0.1]/",
    ])
    func otherThanPlainWebAddressesAreRefused(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test func addressesAreJoinedWithOneSlash() throws {
        for base in ["https://api.example.com/v1", "https://api.example.com/v1/"] {
            let address = try #require(WebAddress(base))
            #expect(address.appending(path: "/images/generations") == "https://api.example.com/v1/images/generations")
            #expect(address.origin == "https://api.example.com:443")
        }
        let versioned = try #require(WebAddress("https://api.example.com/v1/?api-version=preview#x"))
        #expect(versioned.appending(path: "/images") == "https://api.example.com/v1/images?api-version=preview")
    }

    @Test func redirectsAreResolvedAgainstTheAddress() throws {
        let address = try #require(WebAddress("https://a.example.com/x/y?z"))
        #expect(address.redirected(to: "../w") == "https://a.example.com/w")
        #expect(address.redirected(to: "//b.example.com/") == "https://b.example.com/")
        #expect(address.redirected(to: "file:///etc/passwd") == "file:///etc/passwd")
    }
}
