import Foundation

/// Addresses that open a file at a line in an editor, as editors register them with the system.
package enum EditorLink: String, Sendable, CaseIterable {
    case vscode, vscodium, cursor, windsurf, zed, sublime, textmate, idea, none

    /// The one that the terminal belongs to, else VS Code, which most have.
    package static func likely(_ environment: [String: String]) -> EditorLink {
        let words = ["VISUAL", "EDITOR", "TERM_PROGRAM", "__CFBundleIdentifier"].compactMap {
            environment[$0]?.lowercased()
        }
        let names: [(String, EditorLink)] = [
            ("cursor", .cursor), ("windsurf", .windsurf), ("codium", .vscodium), ("zed", .zed), ("subl", .sublime),
            ("mate", .textmate), ("idea", .idea),
        ]
        return names.first { name, _ in words.contains { $0.contains(name) } }?.1 ?? .vscode
    }

    /// - Parameters:
    ///   - file: absolute.
    ///   - line: from 1, as is the column.
    /// - Returns: nothing where no link is wanted.
    func address(of file: String, line: Int, column: Int) -> String? {
        guard let path = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed),
            let query = file.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        else { return nil }
        switch self {
        case .vscode, .vscodium, .cursor, .windsurf: return "\(rawValue)://file\(path):\(line):\(column)"
        case .zed: return "zed://file\(path):\(line):\(column)"
        case .sublime: return "subl://open?url=file://\(query)&line=\(line)&column=\(column)"
        case .textmate: return "txmt://open?url=file://\(query)&line=\(line)&column=\(column)"
        case .idea: return "idea://open?file=\(query)&line=\(line)&column=\(column)"
        case .none: return nil
        }
    }
}
