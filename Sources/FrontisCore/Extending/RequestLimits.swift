/// How often an account may be asked. Whoever sends the requests keeps to it, for all requests to one model of one
/// provider together: that is how vendors count.
package struct RequestLimits: Sendable, Hashable {
    /// Nothing: as often as one likes.
    package var requestsPerMinute: Double?
    /// Requests at the same time; nothing: as many as one likes.
    package var concurrency: Int?

    package init(requestsPerMinute: Double? = nil, concurrency: Int? = nil) {
        self.requestsPerMinute = requestsPerMinute
        self.concurrency = concurrency
    }

    package static let none = RequestLimits()
}
