import FrontisCore

extension Diagnostic {
    /// Of a picture that belongs to no page: without the commands that name its slot.
    var withoutCommandsForSlots: Diagnostic {
        var diagnostic = self
        let lines = help?.split(separator: "\n").filter { !$0.contains("frontis image regenerate ") } ?? []
        diagnostic.help = lines.isEmpty ? nil : lines.joined(separator: "\n")
        return diagnostic
    }

    /// In words that are true where there is no site: no slots that a command could name, and no store.
    ///
    /// - Parameter unusable: where paid answers that are no picture are kept; nothing where there are none.
    func withoutSite(unusable: String?) -> Diagnostic {
        var diagnostic = self
        if let unusable {
            diagnostic.help = help?.replacing(".frontis/store/v1/quarantine", with: unusable)
        }
        if ["--slot", "image regenerate"].contains(where: { diagnostic.help?.contains($0) == true }) {
            diagnostic.help = nil
        }
        return diagnostic
    }
}
