import FrontisText
import FrontisCore
import Testing

@Suite struct DotEnvTests {
    @Test(arguments: [
        ("KEY=value", "value"),
        ("  KEY = value  ", "value"),
        ("export KEY=value", "value"),
        ("KEY=", ""),
        ("KEY=a=b", "a=b"),
        ("KEY=value # a comment", "value"),
        ("KEY=val#ue", "val#ue"),
        ("KEY=# only a comment", ""),
        ("KEY='single $quoted \\n # text'", "single $quoted \\n # text"),
        ("KEY=\"two\\nlines \\\"quoted\\\" \\$5\" # a comment", "two\nlines \"quoted\" $5"),
        ("KEY=\"\"", ""),
        ("KEY=value\r", "value"),
        ("\u{FEFF}KEY=value", "value"),
        ("KEY=first\nKEY=second", "second"),
        ("# comment\n\n   \nKEY=value", "value"),
    ])
    func readsTheUsualForms(text: String, value: String) {
        let file = DotEnv(text)
        #expect(file.variables == ["KEY": value])
        #expect(file.diagnostics.isEmpty)
    }

    /// The line's own text never appears: a key may stand in it.
    @Test(arguments: [
        "sk-secret-without-name", "=sk-secret", "2KEY=sk-secret", "MY KEY=sk-secret", "KEY='sk-secret",
        "KEY=\"sk-secret", "KEY=\"a\" sk-secret",
    ])
    func reportsOtherLinesByNumberOnly(line: String) throws {
        let file = DotEnv("GOOD=1\n\(line)\nALSO=2\n")
        #expect(file.variables == ["GOOD": "1", "ALSO": "2"])
        #expect(file.diagnostics.count == 1)
        let warning = try #require(file.diagnostics.first)
        #expect(warning.severity == .warning)
        #expect(
            DiagnosticFormatter().text(warning) == """
                .env:2:1: warning: line 2 of .env is not an assignment [configuration-value]
                  help: write NAME=value, the value in quotes if it has blanks

                """)
    }

    @Test func realVariablesStandOverTheFile() {
        let environment = ProviderEnvironment(
            process: ["A": "process", "EMPTY": ""], dotEnv: ["A": "file", "B": "file", "EMPTY": "file"])
        #expect(environment.value(of: "A") == "process")
        #expect(environment.value(of: "B") == "file")
        #expect(environment.value(of: "EMPTY") == "file")
        #expect(environment.value(of: "C") == nil)
        // A key of blanks is none, and would be sent as none.
        let blank = ProviderEnvironment(process: ["A": " \n", "B": "\t"], dotEnv: ["A": "file"])
        #expect(blank.value(of: "A") == "file")
        #expect(blank.value(of: "B") == nil)
        #expect(blank.source(of: "A") == .file)
        #expect(blank.source(of: "B") == .empty)
    }

    @Test func environmentsDoNotPrintTheirValues() {
        let environment = ProviderEnvironment(process: ["KEY": "sk-secret-1"], dotEnv: ["TWO": "sk-secret-2"])
        var dumped = ""
        dump(environment, to: &dumped)
        #expect(!"\(environment) \(String(reflecting: environment)) \(dumped)".contains("sk-secret"))
    }
}
