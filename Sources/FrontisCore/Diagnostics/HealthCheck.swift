/// One thing that was looked at for somebody who wants to know whether all is well.
package struct HealthCheck: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Codable, CaseIterable {
        case ok
        case note
        case warning
        /// It will not work like this.
        case error
    }

    package var state: State
    /// What it is about, for programs: a setting's name, `model`, `price`, `answer` …
    package var subject: String
    /// One line without any credential in it.
    package var summary: String
    /// The way out.
    package var help: String?

    package init(_ state: State, _ subject: String, _ summary: String, help: String? = nil) {
        self.state = state
        self.subject = subject
        self.summary = summary
        self.help = help
    }
}
