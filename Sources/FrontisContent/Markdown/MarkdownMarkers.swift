import FrontisCore
import FrontisText

/// Marks that the tree walk leaves in the HTML, and the pass that turns them into gaps and heading ids.
///
/// A mark is the byte 0x01, a letter, a number and 0x01 again. The byte cannot come from the source, and marks
/// are honoured only in the order in which they were given out, but for those of formulas.
enum MarkdownMarkers {
    static let byte: UInt8 = 1

    enum Kind: UInt8 {
        case picture = 0x50
        case link = 0x4C
        /// An address in raw HTML, between its quotes.
        case address = 0x41
        case heading = 0x48
        /// Attributes of the tag that it stands behind.
        case attributes = 0x54
        /// Attributes of the tag that it stands before, on a line of its own; numbered with the others.
        case nextAttributes = 0x4E
        /// A span of TeX.
        case math = 0x4D
        /// A block of code, in a block of its own.
        case code = 0x43
    }

    static func text(_ kind: Kind, _ index: Int) -> String {
        "\u{1}\(Character(Unicode.Scalar(kind.rawValue)))\(index)\u{1}"
    }

    /// What the marks stand for, by their kinds and numbers.
    struct Meanings {
        var pictures: [BodyPicture] = []
        var links: [BodyLink] = []
        /// In the attributes of raw HTML.
        var addresses: [BodyLink] = []
        /// What the tags of headings, and of others, have besides their names; ready to be written.
        var headings: [String] = []
        var attributes: [String] = []
        /// TeX, not escaped, or what has been made of it.
        var math: [Formula] = []
        /// Markup.
        var code: [String] = []
    }

    enum Formula {
        case tex(String)
        case markup(String)
    }

    static func resolve(
        _ html: UnsafeBufferPointer<UInt8>, _ meanings: Meanings
    ) -> (html: String, gaps: [Body.Gap]) {
        let (pictures, links, addresses) = (meanings.pictures, meanings.links, meanings.addresses)
        var output: [UInt8] = []
        output.reserveCapacity(html.count + meanings.headings.count * 24)
        var gaps: [Body.Gap] = []
        var next: [Kind: Int] = [:]
        var formulas: Set<Int> = []
        var position = 0
        while position < html.count {
            guard let mark = ByteSearch.index(of: byte, in: html, from: position) else { break }
            output.append(contentsOf: html[position..<mark])
            position = mark + 1
            guard let (written, index, end) = read(html, at: mark) else { continue }
            let kind = written == .nextAttributes ? .attributes : written
            // Formulas are known by their numbers, each once: footnotes come in another order, and what nobody shows is left
            // out.
            guard kind == .math ? formulas.insert(index).inserted : index == next[kind, default: 0] else { continue }
            switch written {
            case .nextAttributes:
                guard index < meanings.attributes.count, let close = tagEnd(in: html, from: end) else { continue }
                output += html[(end + 1)..<close]
                output += meanings.attributes[index].utf8
                next[kind] = index + 1
                position = close
                continue
            case .heading, .attributes:
                let texts = kind == .heading ? meanings.headings : meanings.attributes
                guard index < texts.count, output.last == UInt8(ascii: ">"), gaps.last?.offset != output.count else {
                    continue
                }
                output.removeLast()
                output += texts[index].utf8
                output.append(UInt8(ascii: ">"))
            case .math where index < meanings.math.count:
                switch meanings.math[index] {
                case .tex(let tex): MarkupText.append(tex, to: &output, for: .text)
                case .markup(let markup): output += markup.utf8
                }
            case .code where index < meanings.code.count: output += meanings.code[index].utf8
            case .link where index < links.count:
                guard let quote = hrefEnd(in: output) else { continue }
                gaps.append(.init(offset: quote, filling: .link(links[index])))
            case .address where index < addresses.count:
                gaps.append(.init(offset: output.count, filling: .link(addresses[index])))
            case .picture where index < pictures.count:
                var picture = pictures[index]
                let tail = html[end...].prefix(4)
                // Behind another picture the paragraph's tag is taken: that one stands between the two.
                if output.suffix(3).elementsEqual("<p>".utf8), tail.elementsEqual("</p>".utf8),
                    gaps.last?.offset != output.count
                {
                    output.removeLast(3)
                    picture.standsAlone = true
                    gaps.append(.init(offset: output.count, filling: .picture(picture)))
                    next[kind] = index + 1
                    position = end + 4
                    continue
                }
                gaps.append(.init(offset: output.count, filling: .picture(picture)))
            default: continue
            }
            next[kind] = index + 1
            position = end
        }
        output.append(contentsOf: html[position...])
        return (String(decoding: output, as: UTF8.self), gaps)
    }

    /// The `>` of the tag that begins the next line.
    private static func tagEnd(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard html[start...].starts(with: "\n<".utf8) else { return nil }
        return ByteSearch.index(of: UInt8(ascii: ">"), in: html, from: start)
    }

    private static func read(
        _ html: UnsafeBufferPointer<UInt8>, at mark: Int
    ) -> (Kind, index: Int, end: Int)? {
        guard mark + 3 < html.count, let kind = Kind(rawValue: html[mark + 1]) else { return nil }
        var number = 0
        var position = mark + 2
        while position < html.count, (0x30...0x39).contains(html[position]), number < 1_000_000 {
            number = number * 10 + Int(html[position] - 0x30)
            position += 1
        }
        guard position < html.count, html[position] == byte, position > mark + 2 else { return nil }
        return (kind, number, position + 1)
    }

    /// The mark stands right behind `<a href="" title="…">`: gives the place between the quotes.
    private static func hrefEnd(in output: [UInt8]) -> Int? {
        let pattern = Array("<a href=\"".utf8)
        guard let open = output.lastIndex(of: UInt8(ascii: "<")), output[open...].starts(with: pattern) else {
            return nil
        }
        return open + pattern.count
    }
}
