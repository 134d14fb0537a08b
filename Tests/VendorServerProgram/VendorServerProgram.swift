import Foundation
import FrontisTestSupport

/// Runs one of the tests' vendors for other programs, until standard input ends: `vendor-server "openai"`.
///
/// Prints one line of JSON when it is there, with its `origin`, the `environment` and the `settings` that Frontis would
/// be given. At the end it prints what it had against the requests, and exits with 1 if that was anything.
@main
struct VendorServerProgram {
    static func main() async throws {
        let name = CommandLine.arguments.dropFirst().first ?? ""
        guard let dialect = DialectCase.all.first(where: { $0.description == name }) else {
            let known = DialectCase.all.map { "\"\($0)\"" }.joined(separator: ", ")
            FileHandle.standardError.write(Data("usage: vendor-server NAME, one of \(known)\n".utf8))
            exit(64)
        }
        let violations = try await serve(dialect)
        for violation in violations { print(violation) }
        exit(violations.isEmpty ? 0 : 1)
    }

    /// - Returns: what the vendor had against the requests.
    private nonisolated static func serve(_ dialect: DialectCase) async throws -> [String] {
        try await withVendor(dialect.vendor) { server in
            let environment = dialect.environment.mapValues { VendorJSON.string($0) }
            let files = dialect.files(server.origin).mapValues { VendorJSON.string($0) }
            let ready: VendorJSON = [
                "origin": .string(server.origin), "environment": .object(environment), "files": .object(files),
                "settings": .string(dialect.settings(server.origin)),
            ]
            // Not by print, which keeps a line back where nobody looks at a terminal.
            FileHandle.standardOutput.write(Data((ready.text + "\n").utf8))
            while readLine() != nil {}
            return server.violations
        }
    }
}
