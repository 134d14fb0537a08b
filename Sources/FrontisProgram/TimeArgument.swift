import ArgumentParser
import FrontisCore

/// A time on the command line, in the forms that front matter may use.
struct TimeArgument: ExpressibleByArgument {
    let date: PageDate

    init?(argument: String) {
        guard let date = PageDate(argument) else { return nil }
        self.date = date
    }
}
