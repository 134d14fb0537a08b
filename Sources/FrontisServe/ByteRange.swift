/// The one part of a file that a `Range` header asks for (RFC 9110, section 14).
enum ByteRange: Equatable {
    /// All of it: there is no such header, or one that may be passed over: of another unit, of several parts, or none
    /// that the grammar knows.
    case whole
    case part(ClosedRange<Int>)
    /// Nothing of the file is within it.
    case none

    /// - Parameters:
    ///   - header: such as `bytes=0-499`, `bytes=500-` or, for the last 500 bytes, `bytes=-500`.
    ///   - size: bytes of the file.
    init(_ header: String?, of size: Int) {
        self = .whole
        guard let header, header.lowercased().hasPrefix("bytes=") else { return }
        let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
            .map { $0.filter { $0 != " " && $0 != "\t" } }
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return }
        // A number that is too large for the machine is past the end of any file.
        let numbers = ends.map { $0.isEmpty ? nil : Int($0) ?? .max }
        switch (numbers[0], numbers[1]) {
        case (nil, nil): return
        case (nil, let last?): self = last == 0 || size == 0 ? .none : .part(max(0, size - last)...(size - 1))
        case (let first?, let last?) where last < first: return
        case (let first?, let last): self = first >= size ? .none : .part(first...min(last ?? .max, size - 1))
        }
    }
}
