/// An engine with Prism in it, and the languages that it was asked for.
struct HighlightingEngine: ~Copyable {
    /// Stand in what comes out where a token begins, where its kind ends, and where it ends itself.
    static let open: UInt8 = 1
    static let named: UInt8 = 2
    static let close: UInt8 = 3

    private let engine: ScriptEngine
    /// Whether it could be read, of every part that was wanted.
    private var loaded: [String: Bool] = [:]
    private var isWhole = false

    /// Processor time for a part of Prism.
    private static let loading = 10.0

    /// Nothing only where memory is used up.
    init?() {
        guard let engine = ScriptEngine() else { return nil }
        self.engine = engine
        isWhole = load(Prism.core) && run(Self.program)
    }

    private func run(_ program: String) -> Bool {
        program.utf8CString.withUnsafeBufferPointer { source in
            engine.run(UnsafeBufferPointer(rebasing: source.dropLast()), seconds: Self.loading)
        }
    }

    /// Nothing where it cannot be done: half a grammar would mark other things than a whole one. The engine is not to be used
    /// again then.
    mutating func marked(_ code: String, in language: String, seconds: Double) -> String? {
        guard isWhole, load(language) else { return nil }
        return engine.call("marked", code, language, seconds: seconds)
    }

    /// With what it needs before, and what changes it behind.
    private mutating func load(_ name: String) -> Bool {
        if let known = loaded[name] { return known }
        guard let part = Prism.part(name) else { return false }
        // Parts may name each other.
        loaded[name] = true
        var isWhole = part.needs.allSatisfy { load($0) }
        if isWhole { isWhole = part.withSource { engine.run($0, seconds: Self.loading) } }
        if isWhole { isWhole = part.with.allSatisfy { load($0) } }
        loaded[name] = isWhole
        return isWhole
    }

    /// Walks through tokens as Prism's own writer does, hooks included, as some languages are nothing without them.
    /// Punctuation stays without a mark: themes leave it as it is, and it would be half of the page.
    private static let program = #"""
        function marked(code, language) {
            const environment = { code, grammar: Prism.languages[language], language };
            if (!environment.grammar) return undefined;
            Prism.hooks.run('before-tokenize', environment);
            environment.tokens = Prism.tokenize(environment.code, environment.grammar);
            Prism.hooks.run('after-tokenize', environment);
            let text = '';
            function write(token) {
                if (typeof token === 'string') {
                    text += token;
                } else if (Array.isArray(token)) {
                    token.forEach(write);
                } else if (token.type === 'punctuation' && !token.alias) {
                    write(token.content);
                } else {
                    text += '\x01' + [token.type].concat(token.alias || []).join(' ') + '\x02';
                    write(token.content);
                    text += '\x03';
                }
            }
            write(environment.tokens);
            return text;
        }
        """#
}
