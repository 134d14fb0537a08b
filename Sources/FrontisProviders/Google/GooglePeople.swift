/// Whether people may be in a picture: Imagen's words, which are settings, and those of Gemini.
enum GooglePeople: String, Sendable, CaseIterable {
    case none = "dont_allow"
    case adults = "allow_adult"
    case all = "allow_all"

    var inGeminisWords: String {
        switch self {
        case .none: "ALLOW_NONE"
        case .adults: "ALLOW_ADULT"
        case .all: "ALLOW_ALL"
        }
    }
}
