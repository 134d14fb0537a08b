import CVips

/// The one libvips of this process.
///
/// It works on each picture in one thread: callers work on several pictures at a time, which keeps every core as
/// busy and memory in bounds, and lets a damaged row be found in every run or in none.
enum Vips {
    /// Why there is none; nothing where it works. Swift runs the initialiser of a static once, whoever comes first.
    private static let failure: String? = frontis_vips_start("frontis").map { line(of: String(cString: $0)) }

    /// Finds libvips and makes it ready.
    static func start() throws(PictureError) {
        if let failure { throw .unavailable(failure) }
    }

    /// Whether it can be had. Nothing of it may be called where it cannot.
    static var isThere: Bool { failure == nil }

    /// `8.14.1`; nothing where there is none.
    static var version: String? {
        guard isThere else { return nil }
        return (0..<3).map { String(frontis_vips_version($0)) }.joined(separator: ".")
    }

    /// Whether this libvips was built with, or has a module for, an operation.
    static func has(_ operation: String) -> Bool {
        isThere && frontis_has_operation(operation)
    }

    /// The text of the last failures, which libvips gathers for the whole process; bounded, one line.
    static func takeError() -> String {
        if let failure { return failure }
        defer { frontis_error_clear() }
        return line(of: String(cString: frontis_error()))
    }

    private static func line(of text: String) -> String {
        String((text.split(whereSeparator: \.isNewline).last ?? "no reason given").prefix(200))
    }
}
