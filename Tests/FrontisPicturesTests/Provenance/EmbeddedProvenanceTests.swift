import FrontisTestSupport
import FrontisCore
import FrontisXML
import Testing

@testable import FrontisPictures

@Suite struct EmbeddedProvenanceTests {
    @Test func thePacketIsThis() throws {
        let made = try EmbeddedProvenance(source: .trainedAlgorithmicMedia, model: "gpt-image-2", credit: "Ana & Söhne")
        #expect(
            String(decoding: made.xmp, as: UTF8.self) == """
                <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                      <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>
                      <Iptc4xmpExt:AISystemUsed>gpt-image-2</Iptc4xmpExt:AISystemUsed>
                      <photoshop:Credit>Ana &amp; Söhne</photoshop:Credit>
                      <xmp:CreatorTool>Frontis (gpt-image-2)</xmp:CreatorTool>
                    </rdf:Description>
                  </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>
                """)
        #expect(made == (try EmbeddedProvenance(source: .trainedAlgorithmicMedia, model: "gpt-image-2", credit: "Ana & Söhne")))
    }

    @Test(arguments: [
        ("openai", false, "trainedAlgorithmicMedia"), ("openai", true, "compositeWithTrainedAlgorithmicMedia"),
        ("command", false, "trainedAlgorithmicMedia"), ("pattern", false, "algorithmicMedia"), ("pattern", true, "algorithmicMedia"),
    ])
    func theTermFollowsFromWhoMadeItAndWhatIsOnIt(dialect: String, isTitled: Bool, term: String) throws {
        let digest = try #require(Digest(hex: String(repeating: "a", count: 64)))
        let provenance = PictureProvenance(
            slot: SlotID(source: "a.md", name: .hero), digest: digest, provider: "p", dialect: dialect, model: "m")
        let text = String(decoding: try EmbeddedProvenance(of: provenance, credit: "C", isTitled: isTitled).xmp, as: UTF8.self)
        #expect(text.contains("/digitalsourcetype/\(term)<"))
        #expect(text.contains("AISystemUsed") == (dialect != "pattern"))
        #expect(text.contains("<xmp:CreatorTool>\(dialect == "pattern" ? "Frontis" : "Frontis (m)")<"))
    }

    @Test func hostileTextsStayTextAndShort() throws {
        let hostile = "</photoshop:Credit>\u{0}\u{1}\n\"<?xpacket end=\"w\"?>&amp; " + String(repeating: "x", count: 5000)
        let made = try EmbeddedProvenance(source: .trainedAlgorithmicMedia, model: hostile, credit: hostile)
        #expect(made.xmp.count < 4000)
        let text = String(decoding: made.xmp, as: UTF8.self)
        let body = try #require(text.firstRange(of: "<x:xmpmeta")).lowerBound..<#require(text.firstRange(of: "</x:xmpmeta>")).upperBound
        let description = try #require(XMLDocument(String(text[body])).root["rdf:RDF"]?["rdf:Description"])
        #expect(description.children.count == 4)
        #expect(description["photoshop:Credit"]?.text.hasPrefix("</photoshop:Credit> \"<?xpacket end=\"w\"?>&amp; xxx") == true)
    }

    @Test(arguments: [("Ana", "Ana"), ("Søren Kierkegaard of København, x", "Søren Kierkegaard of København"), ("", "")])
    func theOlderBlockHasTheCreditLine(credit: String, kept: String) throws {
        let block = try EmbeddedProvenance(source: .algorithmicMedia, model: nil, credit: credit).iptc
        var data: [UInt8] = [0x1C, 1, 90, 0, 3, 0x1B, 0x25, 0x47, 0x1C, 2, 0, 0, 2, 0, 4, 0x1C, 2, 65, 0, 7]
        data += Array("Frontis".utf8)
        data += [0x1C, 2, 110, 0, UInt8(kept.utf8.count)]
        data += Array(kept.utf8)
        var expected = Array("Photoshop 3.0\u{0}8BIM".utf8)
        expected += [4, 4, 0, 0, 0, 0, 0, UInt8(data.count)]
        expected += data
        if data.count % 2 == 1 { expected.append(0) }
        #expect(block == expected)
    }

    @Test(arguments: [
        (DigitalSource.trainedAlgorithmicMedia, "https://schema.org/TrainedAlgorithmicMediaDigitalSource"),
        (.algorithmicMedia, "https://schema.org/AlgorithmicMediaDigitalSource"),
        (.compositeWithTrainedAlgorithmicMedia, "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"),
    ])
    func theTermsOfSchemaOrg(source: DigitalSource, term: String) {
        #expect(source.schemaTerm == term)
    }
}
