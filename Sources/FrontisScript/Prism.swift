import CPrism
import FrontisCore

/// The languages that code is highlighted in, and the parts of Prism that it takes for each.
enum Prism {
    /// A program for the engine.
    struct Part: Sendable {
        let name: String
        /// Parts that have to be there before, and those that change it.
        let needs: [String]
        let with: [String]
        /// In `frontis_prism`.
        fileprivate let range: Range<Int>

        /// Its source, with a zero byte behind it.
        func withSource<Result>(_ use: (UnsafeBufferPointer<CChar>) -> Result) -> Result {
            Prism.source[range].withUnsafeBufferPointer { source in
                use(UnsafeBufferPointer(rebasing: source[..<(source.count - 1)]))
            }
        }
    }

    /// What every language needs.
    static let core = "core"

    /// The name of a language in Prism, by every name that authors have for it, in lower case.
    static func language(named name: String) -> String? { names[name.lowercased()] }

    static func part(_ name: String) -> Part? { parts[name] }

    /// A part ends where the next one's heading begins: the line break before that becomes its zero byte.
    private static let source: [CChar] = {
        var source = Array(UnsafeBufferPointer(start: frontis_prism_start(), count: frontis_prism_size + 1))
        for heading in headings.dropFirst() { source[heading.start - 1] = 0 }
        return source
    }()

    private struct Heading {
        var start: Int
        var end: Int
        var words: [Substring]
    }

    private static let headings: [Heading] = {
        let bytes = UnsafeBufferPointer(
            start: UnsafeRawPointer(frontis_prism_start()).assumingMemoryBound(to: UInt8.self),
            count: frontis_prism_size)
        let mark = Array("//== ".utf8)
        var headings: [Heading] = []
        var position = 0
        while let start = ByteSearch.index(of: mark, in: bytes, from: position) {
            let end = ByteSearch.index(of: UInt8(ascii: "\n"), in: bytes, from: start) ?? bytes.count
            let line = String(decoding: bytes[(start + mark.count)..<end], as: UTF8.self)
            headings.append(Heading(start: start, end: end, words: line.split(separator: " ")))
            position = end
        }
        return headings
    }()

    private static let parts: [String: Part] = {
        var parts: [String: Part] = [:]
        for (index, heading) in headings.enumerated() {
            let name = String(heading.words.first ?? "")
            let next = index + 1 < headings.count ? headings[index + 1].start : frontis_prism_size + 1
            parts[name] = Part(
                name: name, needs: list("needs", of: heading), with: list("with", of: heading),
                range: heading.end..<next)
        }
        return parts
    }()

    private static func list(_ key: String, of heading: Heading) -> [String] {
        let word = heading.words.first { $0.hasPrefix(key + "=") }
        return word?.dropFirst(key.count + 1).split(separator: ",").map(String.init) ?? []
    }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for heading in headings.dropFirst() {
            guard let name = heading.words.first.map(String.init) else { continue }
            for alias in [name] + list("aliases", of: heading) where names[alias] == nil { names[alias] = name }
        }
        // As other highlighters call them.
        for (alias, name) in others where names[alias] == nil { names[alias] = name }
        return names
    }()

    private static let others: [String: String] = [
        "c++": "cpp", "cc": "cpp", "cxx": "cpp", "h": "c", "hpp": "cpp", "c#": "csharp", "f#": "fsharp", "golang": "go",
        "objective-c": "objectivec", "obj-c": "objectivec", "rs": "rust", "zsh": "bash", "fish": "bash",
        "console": "bash", "shell-session": "bash", "shellsession": "bash", "sh-session": "bash", "terminal": "bash",
        "make": "makefile", "patch": "diff", "udiff": "diff", "pl": "perl", "ps1": "powershell", "pwsh": "powershell",
        "ex": "elixir", "exs": "elixir", "erl": "erlang", "jl": "julia", "mjs": "javascript", "cjs": "javascript",
        "node": "javascript", "jsonc": "json5", "tf": "hcl", "terraform": "hcl", "proto": "protobuf", "gql": "graphql",
        "postgresql": "sql", "psql": "sql", "mysql": "sql", "plsql": "sql", "sqlite": "sql", "conf": "ini",
        "cfg": "ini",
        "dosini": "ini", "env": "bash", "dotenv": "bash", "viml": "vim", "asm": "nasm", "assembly": "nasm",
        "bat": "batch", "cmd": "batch", "python3": "python", "py3": "python", "xhtml": "markup", "vue": "markup",
        "svelte": "markup", "astro": "markup", "htm": "markup", "plist": "markup", "twig": "django", "jinja": "django",
        "go-html-template": "markup", "html+erb": "erb", "rst": "rest", "dockerfile": "docker",
        "containerfile": "docker",
        "gitignore": "bash", "diff-swift": "diff", "tex": "latex", "clj": "clojure", "hs": "haskell", "ml": "ocaml",
        "lsp": "lisp", "el": "lisp", "scm": "scheme", "racket": "scheme", "fs": "fsharp", "vb.net": "visual-basic",
        "m": "objectivec", "pas": "pascal", "delphi": "pascal", "graphviz": "dot", "coffee": "coffeescript",
        "caddyfile": "nginx", "unit": "systemd", "service": "systemd", "http-request": "http", "regexp": "regex",
    ]
}
