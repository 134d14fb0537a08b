package import FrontisCore
package import FrontisStore

/// What findings about a picture point at: where front matter asks for it, or where a body shows it.
package protocol SourcePlace {
    var location: SourceLocation { get }
    var sourceLine: String? { get }
}

extension SourcePlace {
    package func finding(_ id: DiagnosticID, _ summary: String, help: String? = nil) -> Diagnostic {
        Diagnostic(id, summary, at: location, in: sourceLine, help: help)
    }

    package func finding(_ error: StoreError) -> Diagnostic {
        finding(.storeUnreadable, error.summary, help: error.help)
    }

    package func finding(_ error: FileError) -> Diagnostic {
        finding(.storeUnreadable, error.description, help: error.help)
    }

    /// Of whatever may come between a question and its answer, but what a provider says.
    ///
    /// - Parameter what: said before an error that nobody has words for.
    package func finding(for error: any Error, _ what: String = "") -> Diagnostic {
        switch error {
        case let finding as Diagnostic: finding
        case let error as StoreError: finding(error)
        case let error as FileError: finding(error)
        default: finding(.providerBusy, what + "\(error)")
        }
    }
}

extension Slot: SourcePlace {
    package var location: SourceLocation { request.prompt.location }
    package var sourceLine: String? { request.sourceLine }
}

extension UnwrittenSlot: SourcePlace {
    package var location: SourceLocation { request.prompt.location }
    package var sourceLine: String? { request.sourceLine }
}

extension DescribedPlace: SourcePlace {}
