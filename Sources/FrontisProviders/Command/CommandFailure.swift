import FrontisCore
import FrontisHTTP
import FrontisText

/// Sorts what a program says is wrong, or how it ended, into the classes that decide what happens next.
enum CommandFailure {
    /// `{"kind":"refused","message":"…"}`, or the message alone. A kind that is not known counts as `rejected`.
    static func of(_ error: JSONValue, _ context: VendorContext) -> ProviderFailure {
        let known: [ProviderFailure.Kind] = [.busy, .refused, .quota, .credentials, .retired, .unusable, .rejected]
        let written = error["kind"]?.text?.lowercased()
        let kind = known.first { $0.rawValue == written } ?? .rejected
        let words = VendorText.clean(error["message"]?.text ?? error.text ?? "", secrets: context.secrets)
        let shown = words.isEmpty ? "\(context.host) does not say why" : words
        return ProviderFailure(
            kind, "\(headline(kind)): \(shown)",
            help: kind == .refused ? "word the prompt differently; as it stands it is not asked again" : nil,
            mayBeBilled: kind == .unusable)
    }

    /// Nothing for a good end.
    static func of(_ output: ChildProgram.Output, _ context: VendorContext) -> ProviderFailure? {
        if output.status == 0 { return nil }
        let words = lastLine(of: output.errors, context)
        let reason = words.isEmpty ? "" : ": \(words)"
        if let signal = output.signal {
            return ProviderFailure(
                .rejected, "\(context.host) was ended by signal \(signal)\(reason)", mayBeBilled: true)
        }
        let status = output.status ?? -1
        guard status != CommandCall.busyStatus else {
            return ProviderFailure(.busy, "\(context.host) is busy (status \(status))\(reason)")
        }
        return ProviderFailure(
            .rejected, "\(context.host) ended with status \(status)\(reason)", mayBeBilled: true)
    }

    private static func headline(_ kind: ProviderFailure.Kind) -> String {
        switch kind {
        case .busy: "busy"
        case .refused: "refused"
        case .quota: "quota or money is used up"
        case .credentials: "credentials not accepted"
        case .retired: "the model is gone"
        case .unusable: "unusable"
        case .rejected, .unconfigured, .budget: "rejected"
        }
    }

    /// Programs end their complaints with what matters, and progress bars start their lines anew.
    private static func lastLine(of errors: [UInt8], _ context: VendorContext) -> String {
        let text = String(decoding: errors, as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).lazy.reversed()
            .map { VendorText.clean(String($0), secrets: context.secrets) }.first { !$0.isEmpty } ?? ""
    }
}
