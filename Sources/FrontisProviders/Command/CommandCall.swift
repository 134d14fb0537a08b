import Foundation
import FrontisCore
import FrontisHTTP
import FrontisText

/// One run of a provider's program: a request goes in, its answer comes out.
struct CommandCall: Sendable {
    /// The form of requests. It is raised where an old program could not go on as it was.
    static let version = 1
    /// `EX_TEMPFAIL` of `sysexits.h`: try again later.
    static let busyStatus: Int32 = 75
    /// What every program gets of the environment.
    static let passedVariables = ["PATH", "HOME", "LANG", "TMPDIR"]

    let block: ProviderBlock
    /// As the answer is remembered; nothing where the settings name none.
    let model: String?
    /// Bytes.
    var largestAnswer = HTTPTransport.largestWords

    struct Answer: Sendable {
        let bytes: [UInt8]
        /// Nothing where the program wrote something else.
        let json: JSONValue?
        let context: VendorContext
    }

    /// Adds version and task to `members` and runs the program.
    ///
    /// Throws `unconfigured` where the settings name no program that can be run, what the program says is wrong,
    /// `busy` for status 75, a time-out or cancellation, `rejected` for any other bad end, and `unusable` for an
    /// answer that is empty, too long, or begins like JSON and is none.
    func run(_ task: String, _ members: [JSONValue.Member]) async throws(ProviderFailure) -> Answer {
        let written = try block.filledInList("run")
        guard let name = written.first, !name.isEmpty else { throw Self.noProgram(block.name) }
        let shown = VendorText.clean(name, secrets: [])
        let passed = try environment()
        let secrets = passed.filter { !Self.passedVariables.contains($0.key) }.map { Secret($0.value) }
        for secret in secrets { block.environment.secrets.add(secret) }
        let program = ChildProgram(
            path: try locate(name, shown: shown, path: passed["PATH"]), arguments: Array(written.dropFirst()),
            environment: passed, folder: block.folder, timeout: block.timeout(default: 600),
            largestOutput: largestAnswer)
        let request = JSONValue.object(
            [.init("version", .integer(Self.version)), .init("task", .text(task))] + members)
        let output: ChildProgram.Output
        do throws(ChildProgram.Failure) {
            output = try await program.run(input: Array(request.compactText.utf8))
        } catch {
            throw failure(error, program: shown)
        }
        let context = VendorContext(
            provider: block.name, model: model ?? "", successor: nil, host: "program '\(shown)'", secrets: secrets)
        let json = Self.looksLikeJSON(output.bytes) ? JSONValue(output.bytes) : nil
        // A program that can say what is wrong knows it better than its status does.
        if let error = json?["error"] { throw CommandFailure.of(error, context) }
        if let failure = CommandFailure.of(output, context) { throw failure }
        guard !output.bytes.isEmpty else { throw context.unusable("the answer of \(context.host) is empty", []) }
        if json == nil, Self.looksLikeJSON(output.bytes) {
            throw context.unusable(
                "the answer of \(context.host) is \(VendorContext.looks(output.bytes))", output.bytes)
        }
        return Answer(bytes: output.bytes, json: json, context: context)
    }

    /// What a program says a call has cost, in US dollars.
    static func cost(in json: JSONValue?) -> Cost? {
        guard let usd = json?["cost"]?["usd"], usd.text == nil, let amount = usd.scalarText else { return nil }
        return Money(written: amount).map { Cost(usd: $0, estimated: false) }
    }

    static func noProgram(_ provider: String) -> ProviderFailure {
        ProviderFailure(
            .unconfigured, "provider '\(provider)' has no program to run",
            help: "write run: [program, argument…] in its settings")
    }

    /// No picture format begins so.
    private static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
        bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    }

    // MARK: Starting

    /// Whether the program is there, and what it gets of the environment.
    var checks: [HealthCheck] {
        do throws(ProviderFailure) {
            let passed = try environment()
            // A variable that is not set is a finding of its own.
            guard let name = try? block.filledInList("run").first, !name.isEmpty else { return [] }
            let path = try locate(name, shown: VendorText.clean(name, secrets: []), path: passed["PATH"])
            let program = HealthCheck(.ok, "run", "program \(VendorText.clean(path, secrets: []))")
            return [program]
                + (try block.filledInList("pass-environment")).map { name in
                    passed[name] == nil
                        ? HealthCheck(.note, "pass-environment", "the program goes without \(name), which is not set")
                        : HealthCheck(.ok, "pass-environment", "the program gets \(name)")
                }
        } catch {
            return [HealthCheck(.error, "run", error.message, help: error.help)]
        }
    }

    /// `PATH` and its like, and the variables that the settings name, as far as they are set.
    private func environment() throws(ProviderFailure) -> [String: String] {
        var variables: [String: String] = [:]
        for name in Self.passedVariables + (try block.filledInList("pass-environment")) {
            guard DotEnv.isName(name) else {
                throw ProviderFailure(
                    .unconfigured, "pass-environment of provider '\(block.name)' holds '\(name)', which is no name",
                    help: "write the variable's name alone: pass-environment: [MY_KEY]")
            }
            guard let value = block.environment.value(of: name) else { continue }
            guard !value.utf8.contains(0) else {
                throw ProviderFailure(.unconfigured, "environment variable \(name) cannot be handed to a program")
            }
            variables[name] = value
        }
        return variables
    }

    /// The program's absolute path: one with a slash starts at the site's folder, a bare name is looked for on PATH.
    private func locate(_ name: String, shown: String, path: String?) throws(ProviderFailure) -> String {
        let isPlace = name.contains("/")
        let folders = (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
        let candidates =
            isPlace ? [name.hasPrefix("/") ? name : block.folder + "/" + name] : folders.map { "\($0)/\(name)" }
        if let found = candidates.first(where: Self.isProgram) { return found }
        let exists = candidates.contains { FileManager.default.fileExists(atPath: $0) }
        let help =
            isPlace
            ? exists
                ? "run names a file that may be executed: chmod +x \(shown)"
                : "a path in run starts at the folder of frontis.yaml"
            : "run names a program on PATH, or a file by a path with a slash in it: ./\(shown)"
        throw ProviderFailure(
            .unconfigured,
            "program '\(shown)' of provider '\(block.name)' \(exists ? "cannot be executed" : "is not there")",
            help: help)
    }

    private static func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return false
        }
        return FileManager.default.isExecutableFile(atPath: path)
    }

    // MARK: Failing

    private func failure(_ failure: ChildProgram.Failure, program: String) -> ProviderFailure {
        switch failure {
        case .notStarted(let reason):
            return ProviderFailure(
                .unconfigured,
                "program '\(program)' of provider '\(block.name)' cannot be started: "
                    + VendorText.clean(reason, secrets: []),
                help: "a script begins with the program that reads it: #!/usr/bin/env python3")
        case .tooMuchOutput:
            return ProviderFailure(
                .unusable, "program '\(program)' wrote more than \(largestAnswer >> 20) MiB",
                mayBeBilled: true)
        case .timedOut:
            let limit = block.timeout(default: 600).components
            let seconds = Double(limit.seconds) + Double(limit.attoseconds) / 1e18
            let shown = seconds == seconds.rounded() ? String(limit.seconds) : String(seconds)
            return ProviderFailure(
                .busy, "program '\(program)' had not ended within \(shown) s",
                help: "the provider's timeout setting says how long to wait", mayBeBilled: true, isAnswerLost: true)
        case .cancelled:
            return ProviderFailure(.busy, "program '\(program)' was interrupted", mayBeBilled: true)
        }
    }
}
