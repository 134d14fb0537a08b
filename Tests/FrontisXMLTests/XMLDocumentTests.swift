import Foundation
import FrontisXML
import Testing

@Suite struct XMLDocumentTests {
    @Test func readsNamesAttributesChildrenAndText() throws {
        let root = try XMLDocument(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">
              <channel><title>Fox &amp; Co</title><!-- no -->
                <item wp:kind="post"><wp:id>7</wp:id><body><![CDATA[<p>é</p>]]></body></item>
                <item/>
              </channel>
            </rss>
            """
        ).root
        #expect(root.name == "rss")
        #expect(root.attributes == ["version": "2.0"])
        let channel = try #require(root["channel"])
        #expect(channel["title"]?.text == "Fox & Co")
        #expect(channel.children.map(\.name) == ["title", "item", "item"])
        #expect(channel["item"]?["wp:id"]?.text == "7")
        #expect(channel["item"]?["body"]?.text == "<p>é</p>")
        #expect(root["none"] == nil)
    }

    @Test(
        arguments: [
            ("", 1, "Document is empty"),
            ("<a>\n  <b></a>", 2, "Opening and ending tag mismatch: b line 2 and a"),
            ("<a>\n&nbsp;</a>", 2, "Entity 'nbsp' not defined"),
            ("<a b=c></a>", 1, "AttValue: \" or ' expected"),
            ("<a/>\n<b/>", 2, "Extra content at the end of the document"),
            ("<a>\u{1}</a>", 1, "PCDATA invalid Char value 1"),
            ("<a x='1' x='2'/>", 1, "Attribute x redefined"),
            ("just text", 1, "Start tag expected, '<' not found"),
        ])
    func refuses(_ text: String, line: Int, summary: String) throws {
        let error = try #require(throws: XMLError.self) { try XMLDocument.check(text) }
        #expect(error.summary == summary)
        #expect(error.line == line)
    }

    @Test func anErrorIsPrintedWithItsPlace() throws {
        let error = try #require(throws: XMLError.self) { try XMLDocument.check("<a/>\n<b/>") }
        #expect("\(error)" == "line 2, column 1: Extra content at the end of the document")
    }

    @Test func filesAreNotRead() throws {
        let secret = NSTemporaryDirectory() + "frontis-xml-" + UUID().uuidString
        try Data("secret words".utf8).write(to: URL(fileURLWithPath: secret))
        defer { unlink(secret) }
        let root = try XMLDocument(
            """
            <!DOCTYPE a [<!ENTITY x SYSTEM "file://\(secret)">]>
            <a>&x;</a>
            """
        ).root
        #expect(!root.text.contains("secret"))
        let text = "<!DOCTYPE a SYSTEM \"file://\(secret)\"><a>1</a>"
        #expect(try XMLDocument(text).root.text == "1")
    }

    /// Each entity is ten of the one before: a thousand million if they were put in.
    @Test(.timeLimit(.minutes(10))) func aBombOfEntitiesDoesNotGoOff() {
        var text = "<!DOCTYPE a [<!ENTITY e0 \"lol\">"
        for level in 1...9 {
            let inner = String(repeating: "&e\(level - 1);", count: 10)
            text += "<!ENTITY e\(level) \"\(inner)\">"
        }
        for use in ["<a>&e9;</a>", "<a b='&e9;'/>"] {
            do {
                let root = try XMLDocument(text + "]>" + use).root
                #expect(root.text.utf8.count + (root.attributes["b"] ?? "").utf8.count < 20_000_000)
            } catch {
                #expect(error.line == 1)
            }
        }
    }

    @Test func nestingWithoutEndIsRefused() throws {
        let text = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        let error = try #require(throws: XMLError.self) { try XMLDocument.check(text) }
        #expect(error.summary.hasPrefix("Excessive depth in document: 256"))
    }

    /// A handler that were shared would mix the errors of several parsers.
    @Test func eightAtOnceGetTheirOwnErrors() async {
        let isRight = await withTaskGroup(of: Bool.self) { group in
            for task in 1...8 {
                group.addTask {
                    let text = String(repeating: "\n", count: task) + "<a\(task)></b\(task)>"
                    return (0..<300).allSatisfy { _ in
                        do throws(XMLError) {
                            try XMLDocument.check(text)
                            return false
                        } catch {
                            return error.line == task + 1 && error.summary.contains("a\(task) line")
                        }
                    }
                }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(isRight)
    }
}
