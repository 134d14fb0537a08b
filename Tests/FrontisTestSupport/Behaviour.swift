/// How the vendor server treats one request: what it answers, and how the answer goes over the wire.
package struct Behaviour: Sendable {
    /// What a dialect writes into its answer. Requests that break the vendor's rules are refused whatever this says,
    /// except where it is `fixed`.
    package enum Answer: Sendable {
        case normal
        /// The same for every dialect, valid request or not.
        case fixed(VendorReply)
        /// A valid reply that holds no results.
        case noResults
        /// A reply without the member for results.
        case missingResults
        /// JSON that ends in the middle, as a whole message.
        case brokenJSON
        /// Pictures as addresses on this server, whatever the request asked for.
        case addresses
        /// Pictures as this one address.
        case address(String)
        /// Pictures with something wrong in them.
        case picture(PictureFault)
        /// The vendor's safety system says no.
        case refused
        /// An error in the vendor's own words.
        case failing(Failure)
        /// Fewer pictures than were asked for: the last one of several is refused. Like `normal` for vendors whose
        /// answers are all or nothing.
        case partlyRefused
        /// The answer of a conversation: this text as its content.
        case text(String)
        /// A conversation that hit its token limit.
        case cutShort
        /// A conversation whose answer was filtered away.
        case filtered
    }

    /// What goes wrong at every vendor, each of which says it in its own way.
    package enum Failure: Sendable, Hashable, CaseIterable {
        /// Too many requests; says to come back in five milliseconds, if the vendor has a way to say so.
        case rateLimited
        /// An error of the vendor's own.
        case overloaded
        case outOfQuota
        case keyRejected
        case modelGone
    }

    package enum PictureFault: Sendable {
        case truncated
        case claiming(width: Int, height: Int)
        case html
        case empty
    }

    /// How the answer's bytes travel.
    package enum Transport: Sendable {
        case whole
        /// Half of the body under the full `content-length`, then the end of the connection.
        case cutShort
        /// A TCP reset instead of an answer.
        case resetBeforeReply
        /// A TCP reset after half of the body.
        case resetMidway
        /// The body, then spaces without end.
        case endless
        /// Pieces of `bytes`, with a pause after each.
        case drip(bytes: Int, pause: Duration)
        /// Nothing, until the client goes away or the server stops.
        case silent
    }

    package var answer: Answer
    package var transport: Transport
    package var contentType: String?
    package var delay: Duration?
    package var gate: VendorGate?

    package init(answer: Answer = .normal, transport: Transport = .whole) {
        self.answer = answer
        self.transport = transport
    }
}

extension Behaviour {
    package static let normal = Behaviour()

    /// A status with a JSON body as written here.
    package static func status(_ status: Int, headers: [String: String] = [:], body: String = "{}") -> Behaviour {
        Behaviour(answer: .fixed(VendorReply(status: status, headers: headers, body: Array(body.utf8))))
    }

    /// The page of a proxy, a login wall or a load balancer.
    package static func html(status: Int = 200) -> Behaviour {
        Behaviour(answer: .fixed(.html(status: status)))
    }

    package static func redirect(to location: String, status: Int = 302) -> Behaviour {
        .status(status, headers: ["location": location], body: "")
    }

    package static let noResults = Behaviour(answer: .noResults)
    package static let missingResults = Behaviour(answer: .missingResults)
    package static let brokenJSON = Behaviour(answer: .brokenJSON)
    package static let addresses = Behaviour(answer: .addresses)
    /// For instance `file:///etc/passwd` or `http://169.254.169.254/`.
    package static func address(_ url: String) -> Behaviour { Behaviour(answer: .address(url)) }
    package static let truncatedPicture = Behaviour(answer: .picture(.truncated))
    package static let htmlPicture = Behaviour(answer: .picture(.html))
    package static let emptyPicture = Behaviour(answer: .picture(.empty))
    package static func pictureClaiming(width: Int, height: Int) -> Behaviour {
        Behaviour(answer: .picture(.claiming(width: width, height: height)))
    }
    package static let partlyRefused = Behaviour(answer: .partlyRefused)
    package static func failing(_ failure: Failure) -> Behaviour { Behaviour(answer: .failing(failure)) }
    package static let refused = Behaviour(answer: .refused)
    package static func text(_ text: String) -> Behaviour { Behaviour(answer: .text(text)) }
    /// The answer to a request for a prompt: this one.
    package static func prompt(_ prompt: String) -> Behaviour {
        .text(VendorJSON.object(["prompt": .string(prompt)]).text)
    }
    package static let answerCutShort = Behaviour(answer: .cutShort)
    package static let answerFiltered = Behaviour(answer: .filtered)

    package static let bodyCutShort = Behaviour(transport: .cutShort)
    package static let resetBeforeReply = Behaviour(transport: .resetBeforeReply)
    package static let resetMidway = Behaviour(transport: .resetMidway)
    package static let endlessBody = Behaviour(transport: .endless)
    package static func drip(bytes: Int, pause: Duration) -> Behaviour {
        Behaviour(transport: .drip(bytes: bytes, pause: pause))
    }
    package static let silent = Behaviour(transport: .silent)

    /// The same under another `content-type`.
    package func labelled(_ contentType: String) -> Behaviour {
        var copy = self
        copy.contentType = contentType
        return copy
    }

    /// The same after a pause.
    package func after(_ delay: Duration) -> Behaviour {
        var copy = self
        copy.delay = delay
        return copy
    }

    /// The same once `gate` is open.
    package func held(by gate: VendorGate) -> Behaviour {
        var copy = self
        copy.gate = gate
        return copy
    }

    /// The same with another way over the wire: `.status(500).sent(.drip(…))`.
    package func sent(_ transport: Transport) -> Behaviour {
        var copy = self
        copy.transport = transport
        return copy
    }
}
