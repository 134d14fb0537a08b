import FrontisText
import ArgumentParser
import Foundation
import FrontisBuild
import FrontisCore

/// Results go to standard output, everything else to standard error.
struct Terminal: Sendable {
    let usesColor: Bool
    let showsProgress: Bool

    init(quiet: Bool) {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
        usesColor = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
        showsProgress = isTerminal && !quiet
    }

    /// Prints lines. What is in them may be the name of a file or a vendor's word: nothing of it moves the cursor, changes
    /// colours or turns the text around.
    func result(_ text: String) { raw(Self.harmless(text)) }

    static func harmless(_ text: String) -> String {
        let isSuspect = text.utf8.contains { byte in
            // Below U+0080, and how other control characters, and those that turn text, begin in UTF-8.
            byte < 0x20 && byte != UInt8(ascii: "\n") || byte == 0x7F || byte == 0xC2 || byte == 0xE2
        }
        guard isSuspect else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { UntrustedText.visible(String($0), without: .turns) }.joined(separator: "\n")
    }

    /// Ends the program where it cannot be written, unless nobody reads it: a full disk must not look like a result.
    ///
    /// - Parameter text: as it is to be printed, such as a picture in a terminal's own protocol.
    func raw(_ text: String) {
        let error = Self.write(text, to: STDOUT_FILENO)
        guard error != 0, error != EPIPE else { return }
        note("error: cannot write to standard output: \(strerror(error).map { String(cString: $0) } ?? "\(error)")\n")
        Foundation.exit(1)
    }

    /// Words that nobody can read any more, as the terminal is closed, are no reason to end.
    func note(_ text: String) { _ = Self.write(text, to: STDERR_FILENO) }

    /// - Returns: 0, or `errno` of the write that failed.
    private static func write(_ text: String, to file: Int32) -> Int32 {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// Whether somebody is there to be asked.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

    /// Asks for a `y`; anything else is a no.
    func agrees(to question: String) -> Bool {
        note("\(question) [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }

    /// Prints findings: notes and what repeats only on request.
    ///
    /// - Parameter wayToAll: what the last line says shows every finding.
    func show(_ diagnostics: [Diagnostic], all: Bool, wayToAll: String = "frontis build -v") {
        let listing = DiagnosticListing(DiagnosticFormatter(usesColor: usesColor), isWhole: all)
        note(listing.text(diagnostics, wayToAll: wayToAll))
    }

    /// 1 where the site has errors.
    static func exit(for diagnostics: [Diagnostic]) throws {
        if diagnostics.hasErrors { throw ExitCode(1) }
    }
}
