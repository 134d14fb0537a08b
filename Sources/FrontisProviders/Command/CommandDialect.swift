extension Dialect {
    /// Any program: a request in JSON on its standard input, a picture or JSON on its standard output.
    static let command = Dialect(
        name: "command",
        keys: [
            SettingKey("run", .list, "the program and its arguments: [program, argument…]"),
            SettingKey("pass-environment", .list, "names of environment variables that the program gets"),
        ],
        usesHTTP: false,
        makeProvider: { CommandImageProvider(block: $0) },
        makeDescriber: { CommandDescriber(block: $0) },
        makePromptWriter: { CommandPromptWriter(block: $0) },
        inspect: { CommandCall(block: $0, model: nil).checks })
}
