package import FrontisCore
package import FrontisImages
package import FrontisStore

/// What a gallery is visited for.
package enum Errand: Sendable {
    /// All pictures that are missing.
    case everything
    /// Nothing but to look at these slots, their companions, and those that want the same pictures.
    case looking(at: Set<SlotID>)
    /// What a person asks for on the command line, and nothing else; `event` is what the history says of pictures that
    /// change.
    case making([SlotID: PictureDemand], event: ChoiceHistory.Line.Event)
    /// A picture that has no place in the lock.
    case loosePicture

    var demands: [SlotID: PictureDemand] {
        if case .making(let demands, _) = self { demands } else { [:] }
    }

    /// What is made; all where there is nothing.
    var only: Set<SlotID>? {
        if case .making(let demands, _) = self { Set(demands.keys) } else { nil }
    }

    /// What is looked at; all where there is nothing.
    var about: Set<SlotID>? {
        if case .looking(let slots) = self { slots } else { nil }
    }

    var event: ChoiceHistory.Line.Event {
        if case .making(_, let event) = self { event } else { .made }
    }

    var writesLock: Bool {
        if case .loosePicture = self { false } else { true }
    }
}
