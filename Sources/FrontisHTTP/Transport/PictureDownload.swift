package import FrontisCore
import FrontisText

/// Fetches a picture from the address in a vendor's answer: https and the open internet only, and never with a
/// credential. A provider on this machine may also name places on this machine.
package struct PictureDownload: Sendable {
    package let transport: HTTPTransport
    /// Whether the provider itself is asked on this machine.
    package let allowsLoopback: Bool
    package let resolver: AddressResolver
    package let timeout: Duration

    package init(
        transport: HTTPTransport, allowsLoopback: Bool, resolver: AddressResolver = .system,
        timeout: Duration = .seconds(120)
    ) {
        self.transport = transport
        self.allowsLoopback = allowsLoopback
        self.resolver = resolver
        self.timeout = timeout
    }

    private static let redirectLimit = 5

    /// The picture's bytes as they came; one attempt. The picture is paid for by then. Throws `busy` where the
    /// connection failed or the place is overloaded, `unusable` for an answer that is no picture, and that as a final
    /// failure for an address that is refused.
    package func fetch(_ address: String) async throws(ProviderFailure) -> [UInt8] {
        var place = try check(address)
        transport.keepSecret(SignedAddress.secrets(of: address))
        for _ in 0...Self.redirectLimit {
            let reply = try await get(place)
            let shown = Self.shown(place)
            switch reply.status {
            case 200 where !reply.body.isEmpty: return reply.body
            case 200: throw Self.unusable("the picture at \(shown) is empty")
            case 301, 302, 303, 307, 308:
                guard let location = reply.headers["location"], let next = place.redirected(to: location) else {
                    throw Self.unusable("the picture's address \(shown) redirects to nowhere")
                }
                transport.keepSecret(SignedAddress.secrets(of: next))
                do throws(ProviderFailure) { place = try check(next, after: place) } catch {
                    // A proxy or a login wall in between: the vendor's own address is as good as before.
                    var failure = error
                    failure.isFinal = false
                    throw failure
                }
            case 408, 429, 500...599:
                throw ProviderFailure(
                    .busy, "the picture at \(shown) could not be fetched: status \(reply.status)",
                    retryAfter: RetryAfter.duration(in: reply.headers), mayBeBilled: true)
            default:
                // What a store of files says of it may repeat the address, and is no picture.
                throw Self.unusable("the picture at \(shown) could not be fetched: status \(reply.status)")
            }
        }
        throw Self.unusable("the picture's address redirects more than \(Self.redirectLimit) times")
    }

    /// Everything that an address tells by itself; what its name leads to is looked at before connecting.
    package func check(_ address: String, after previous: WebAddress? = nil) throws(ProviderFailure) -> WebAddress {
        guard let place = WebAddress(address) else {
            // Without its query, which may be a signature.
            let bare = address.prefix { $0 != "?" && $0 != "#" }
            let scheme = bare.contains(":") ? bare.prefix { $0 != ":" } + ":" : bare
            let shown = VendorText.clean(String(scheme.prefix(40)), secrets: [])
            throw Self.refused("the picture's address must be an https address, and the vendor's is '\(shown)'")
        }
        if let previous, previous.scheme != place.scheme {
            throw Self.refused("the picture's address changes from \(previous.scheme) to \(place.scheme) on the way")
        }
        if place.isLoopback, allowsLoopback { return place }
        guard !place.isLoopback, IPAddress(place.host)?.isPublic ?? true else { throw Self.notPublic(place) }
        guard place.scheme == "https" else {
            throw Self.refused("the picture's address \(Self.shown(place)) is not https")
        }
        return place
    }

    private func get(_ place: WebAddress) async throws(ProviderFailure) -> HTTPReply {
        let request = HTTPRequest(method: "GET", url: place.url, headers: [("Accept", "image/*")], timeout: timeout)
        do throws(ProviderFailure) {
            if place.isLoopback { return try await transport.send(request) }
            let addresses = await resolver.addresses(place.host)
            guard let address = addresses.first else {
                throw ProviderFailure(.busy, "the picture's host \(place.host) is not known")
            }
            guard addresses.allSatisfy(\.isPublic) else { throw Self.notPublic(place) }
            // Names are looked up once: what was checked is what is connected to.
            return try await transport.send(request, pinned: address)
        } catch {
            var failure = error
            failure.mayBeBilled = true
            // It is there to be fetched again.
            failure.isAnswerLost = false
            throw failure
        }
    }

    /// Without the query: those of picture addresses are signatures, which open the picture to everyone.
    private static func shown(_ place: WebAddress) -> String {
        let end = place.url.firstIndex { $0 == "?" || $0 == "#" } ?? place.url.endIndex
        return VendorText.clean(String(place.url[..<end].prefix(120)), secrets: [])
    }

    private static func notPublic(_ place: WebAddress) -> ProviderFailure {
        refused("the picture's address \(shown(place)) is not on the open internet")
    }

    /// An address that will not be asked, now or later.
    private static func refused(_ message: String) -> ProviderFailure {
        ProviderFailure(.unusable, message, mayBeBilled: true, isFinal: true)
    }

    private static func unusable(_ message: String) -> ProviderFailure {
        ProviderFailure(.unusable, message, mayBeBilled: true)
    }
}
