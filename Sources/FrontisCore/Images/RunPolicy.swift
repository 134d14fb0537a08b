/// What a run does about pictures and words that are not there. One value, made once of what the command line and the
/// configuration say, and handed on.
package enum RunPolicy: Sendable, Hashable {
    /// Has them made, as far as the budget goes.
    case make
    /// Shows drawings in the place of pictures.
    case placeholder
    /// A picture that is not there is an error.
    case error
    /// Pays for nothing and leaves the lock as it is; what is paid for may be fetched.
    case frozen
    /// Sends nothing and shows drawings.
    case offline(writesLock: Bool)

    /// Whether words may be asked for.
    package var asksForWords: Bool {
        switch self {
        case .make, .placeholder, .error: true
        case .frozen, .offline: false
        }
    }

    /// Whether anything may be sent.
    package var sends: Bool { if case .offline = self { false } else { true } }

    package var writesLock: Bool {
        switch self {
        case .make, .placeholder, .error: true
        case .frozen: false
        case .offline(let writesLock): writesLock
        }
    }
}

extension SiteConfiguration.OnMissing {
    /// What a run does of which the command line says nothing.
    package var policy: RunPolicy {
        switch self {
        case .make: .make
        case .placeholder: .placeholder
        case .error: .error
        }
    }
}
