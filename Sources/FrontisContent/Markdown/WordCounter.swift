/// Counts words in bytes: runs between ASCII white space, and for scripts without blanks two characters to a
/// word, which is about how fast they are read.
struct WordCounter {
    private var words = 0
    private var ideographs = 0
    private var isInWord = false

    mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: isInWord = false
            // Lead bytes of U+3000 to U+9FFF (kana, CJK) and U+A000 to U+DFFF (Hangul).
            case 0xE3...0xED:
                ideographs += 1
                isInWord = false
            case 0x80...0xBF: continue
            default:
                if !isInWord { words += 1 }
                isInWord = true
            }
        }
    }

    mutating func endWord() { isInWord = false }
    var total: Int { words + (ideographs + 1) / 2 }
}
