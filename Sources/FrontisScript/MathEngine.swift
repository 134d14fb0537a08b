import CKaTeX

/// An engine with KaTeX in it.
struct MathEngine: ~Copyable {
    /// Stands before the words that say why a formula cannot be read.
    static let failure: Character = "\u{1}"

    private let engine: ScriptEngine

    /// Processor time for reading KaTeX.
    private static let loading = 10.0

    /// Nothing only where memory is used up.
    init?() {
        guard let engine = ScriptEngine() else { return nil }
        let source = UnsafeBufferPointer(start: frontis_katex_start(), count: frontis_katex_size)
        guard engine.run(source, seconds: Self.loading) else { return nil }
        let isRead = Self.program.utf8CString.withUnsafeBufferPointer { program in
            engine.run(UnsafeBufferPointer(rebasing: program.dropLast()), seconds: Self.loading)
        }
        guard isRead else { return nil }
        self.engine = engine
    }

    /// Nothing where it cannot be done in time; the engine is not to be used again then.
    func mathML(of tex: String, isDisplay: Bool, seconds: Double) -> String? {
        engine.call("mathML", tex, isDisplay ? "display" : "", seconds: seconds)
    }

    /// KaTeX writes the MathML of all browsers there have been; those of today know less of it (MathML Core): letters of
    /// other alphabets are characters of their own, and columns are set by CSS.
    private static let program = #"""
        const alphabets = {
            'bold': [0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2], 'italic': [0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC],
            'bold-italic': [0x1D468, 0x1D482, 0, 0x1D71C, 0x1D736], 'script': [0x1D49C, 0x1D4B6], 'bold-script': [0x1D4D0, 0x1D4EA],
            'fraktur': [0x1D504, 0x1D51E], 'bold-fraktur': [0x1D56C, 0x1D586], 'double-struck': [0x1D538, 0x1D552, 0x1D7D8],
            'sans-serif': [0x1D5A0, 0x1D5BA, 0x1D7E2], 'bold-sans-serif': [0x1D5D4, 0x1D5EE, 0x1D7EC],
            'sans-serif-italic': [0x1D608, 0x1D622], 'sans-serif-bold-italic': [0x1D63C, 0x1D656], 'monospace': [0x1D670, 0x1D68A, 0x1D7F6],
        };
        // Letters that Unicode had before the others.
        const early = {
            0x1D455: 0x210E, 0x1D49D: 0x212C, 0x1D4A0: 0x2130, 0x1D4A1: 0x2131, 0x1D4A3: 0x210B, 0x1D4A4: 0x2110, 0x1D4A7: 0x2112,
            0x1D4A8: 0x2133, 0x1D4AD: 0x211B, 0x1D4BA: 0x212F, 0x1D4BC: 0x210A, 0x1D4C4: 0x2134, 0x1D506: 0x212D, 0x1D50B: 0x210C,
            0x1D50C: 0x2111, 0x1D515: 0x211C, 0x1D51D: 0x2128, 0x1D53A: 0x2102, 0x1D53F: 0x210D, 0x1D545: 0x2115, 0x1D547: 0x2119,
            0x1D548: 0x211A, 0x1D549: 0x211D, 0x1D551: 0x2124,
        };
        function letter(sign, alphabet) {
            const code = sign.codePointAt(0);
            const [capital, small, digit, greekCapital, greekSmall] = alphabet;
            const from = (start, first) => start ? start + code - first : code;
            const moved = code >= 65 && code <= 90 ? from(capital, 65) : code >= 97 && code <= 122 ? from(small, 97)
                : code >= 48 && code <= 57 ? from(digit, 48) : code >= 0x391 && code <= 0x3A9 ? from(greekCapital, 0x391)
                : code >= 0x3B1 && code <= 0x3C9 ? from(greekSmall, 0x3B1) : code;
            return String.fromCodePoint(early[moved] || moved);
        }
        function withAlphabets(markup) {
            return markup.replace(/<(m[inos]|mtext)([^>]*) mathvariant="([a-z-]+)"([^>]*)>([^<]*)<\/\1>/g, (whole, name, before, variant, after, text) => {
                const alphabet = alphabets[variant];
                if (!alphabet) return whole;
                const signs = text.replace(/&[a-z]+;|./gsu, (sign) => sign.length > 2 && sign[0] === '&' ? sign : letter(sign, alphabet));
                return '<' + name + before + after + '>' + signs + '</' + name + '>';
            });
        }
        function withColumns(markup) {
            const open = [];
            const values = (attributes, name) => (new RegExp(' ' + name + '="([^"]*)"').exec(attributes) || ['', ''])[1].split(' ');
            return markup.replace(/<(\/?)(mtable|mtr|mtd)([^>]*)>/g, (tag, end, name, attributes) => {
                const table = open[open.length - 1];
                if (name === 'mtable') {
                    if (end) open.pop(); else open.push({ aligns: values(attributes, 'columnalign'), gaps: values(attributes, 'columnspacing'), column: 0 });
                } else if (table && !end && name === 'mtr') {
                    table.column = 0;
                } else if (table && !end) {
                    const column = table.column++;
                    const align = table.aligns[Math.min(column, table.aligns.length - 1)];
                    const gap = table.gaps[Math.min(column, table.gaps.length - 1)];
                    const style = (/^(left|right)$/.test(align) ? 'text-align:' + align + ';' : '') + (gap === '0em' ? 'padding-inline:0;' : '');
                    if (style) return '<mtd' + attributes + ' style="' + style + '">';
                }
                return tag;
            });
        }
        function mathML(tex, mode) {
            try {
                const markup = katex.renderToString(tex.replace(/\\label *\{[^{}]*\}/g, ''), {
                    displayMode: mode === 'display', output: 'mathml', throwOnError: true, strict: 'ignore', trust: false, maxExpand: 1000, maxSize: 50,
                    errorColor: '#cc0001',
                });
                // What would make links or attributes comes back as words in this colour.
                const refused = /mathcolor="#cc0001"><mtext>([^<]*)/.exec(markup);
                if (refused) return '\x01' + refused[1] + ' is not read here';
                return withColumns(withAlphabets(/<math[^]*<\/math>/.exec(markup)[0]));
            } catch (error) {
                if (error instanceof katex.ParseError) return '\x01' + error.message.replace(/^KaTeX parse error: /, '').replace(/\u0332/g, '');
                throw error;
            }
        }
        """#
}
