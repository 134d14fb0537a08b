extension TemplateFilter {
    static let equalZero = onNumber("equalzero", "whether it is 0", .flag) { .flag($0 == 0) }
    static let even = onNumber("even", "whether it is even", .flag) { .flag($0 & 1 == 0) }
    static let odd = onNumber("odd", "whether it is odd", .flag) { .flag($0 & 1 == 1) }
    static let plusOne = onNumber("plusone", "the next number", .number) { .integer($0 &+ 1) }
    static let minusOne = onNumber("minusone", "the number before", .number) { .integer($0 &- 1) }

    /// A filter on whole numbers.
    static func onNumber(
        _ name: String, _ summary: String, _ result: ValueForm,
        apply: @escaping @Sendable (Int) -> TemplateValue
    ) -> TemplateFilter {
        TemplateFilter(
            name: name, summary: summary,
            form: { form in
                switch form {
                case .number: result
                case .open: .open
                default: nil
                }
            },
            apply: { value in
                switch value {
                case .integer(let integer): apply(integer)
                case .number(let number): Int(exactly: number).map(apply)
                default: nil
                }
            })
    }
}
