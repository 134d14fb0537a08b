import CQuickJS

/// A JavaScript engine with nothing in it but the language: owns QuickJS' memory, and frees it. One thread at a time.
struct ScriptEngine: ~Copyable {
    /// Bytes that scripts may have at once.
    private static let memory = 256 << 20
    /// Bytes of the calling thread's stack. Prism takes 300 kB where nothing is optimised.
    private static let stack = 1 << 20

    private let script: OpaquePointer

    /// Nothing only where memory is used up.
    init?() {
        guard let script = frontis_script_new(Self.memory, Self.stack) else { return nil }
        self.script = script
    }

    deinit { frontis_script_free(script) }

    /// Runs a program.
    ///
    /// - Parameters:
    ///   - source: followed by a zero byte that is not part of it.
    ///   - seconds: of processor time that it may take.
    /// - Returns: whether it came to its end.
    func run(_ source: UnsafeBufferPointer<CChar>, seconds: Double) -> Bool {
        guard let start = source.baseAddress else { return true }
        return frontis_script_run(script, start, source.count, seconds)
    }

    /// Calls a global function with texts.
    ///
    /// - Returns: the text that it gives; nothing where it throws, gives none, or takes too long.
    func call(_ function: String, _ first: String, _ second: String, seconds: Double) -> String? {
        let lengths = [first.utf8.count, second.utf8.count]
        return first.withCString { first in
            second.withCString { second in
                var length = 0
                guard let text = frontis_script_call(script, function, [first, second], lengths, 2, seconds, &length)
                else { return nil }
                defer { frontis_script_free_text(script, text) }
                return String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
            }
        }
    }
}
