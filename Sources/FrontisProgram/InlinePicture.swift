import Foundation

/// Shows a picture in terminals that can, by the program `chafa`, which speaks kitty's, iTerm2's and sixel protocols.
struct InlinePicture {
    /// Nothing where pictures are not shown.
    private let program: (path: String, format: String)?
    /// Whether pictures were asked for and there is no `chafa`.
    let isMissing: Bool

    /// - Parameter wanted: what the command line says; otherwise pictures are shown where standard output is a terminal
    ///   that is known to show them.
    init(wanted: Bool?) {
        let environment = ProcessInfo.processInfo.environment
        let format = isatty(STDOUT_FILENO) == 1 ? Self.format(environment) : nil
        guard wanted ?? (format != nil), let path = Self.find("chafa", environment["PATH"] ?? "") else {
            program = nil
            isMissing = wanted == true
            return
        }
        isMissing = false
        program = (path, format ?? "symbols")
    }

    /// The protocol of the terminal, by what each says of itself in the environment.
    private static func format(_ environment: [String: String]) -> String? {
        let terminal = environment["TERM"] ?? ""
        let name = environment["TERM_PROGRAM"] ?? ""
        if environment["KITTY_WINDOW_ID"] != nil || terminal.contains("kitty") || name == "ghostty" { return "kitty" }
        if name == "iTerm.app" || name == "WezTerm" || name == "mintty" { return "iterm" }
        if ["foot", "mlterm", "contour", "sixel"].contains(where: { terminal.contains($0) }) { return "sixels" }
        return nil
    }

    private static func find(_ name: String, _ path: String) -> String? {
        path.split(separator: ":").map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What to print; nothing where the picture cannot be shown, as its path has been printed.
    func text(of file: String) -> String {
        guard let program else { return "" }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = ["--format", program.format, "--size", "40x12", "--", file]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do { try process.run() } catch { return "" }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return "" }
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}
