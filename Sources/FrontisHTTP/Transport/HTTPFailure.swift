import AsyncHTTPClient
import Foundation
import FrontisCore
import FrontisText
import NIOCore
import NIOPosix

/// Sorts the ways in which an exchange can fail without an answer. Descriptions of errors are never passed on
/// whole: some quote headers.
package enum HTTPFailure {
    static func classify(_ error: any Error, host: String, timeout: Duration) -> ProviderFailure {
        if error is CancellationError {
            return ProviderFailure(.busy, "the request to \(host) was cancelled", mayBeBilled: true)
        }
        if let error = error as? HTTPClientError { return classify(error, host: host, timeout: timeout) }
        if let error = error as? NIOConnectionError { return classify(error, host: host) }
        if let error = error as? IOError, notConnected.contains(error.errnoCode) {
            return unreachable(host, error.errnoCode == ECONNREFUSED ? "refused" : "no answer")
        }
        if let error = error as? ChannelError, case .connectTimeout = error { return unreachable(host, "no answer") }
        // These error types belong to packages that are no dependencies here; their names are enough.
        let typeName = String(reflecting: type(of: error))
        if typeName.contains("Decompression") {
            return ProviderFailure(
                .unusable, "the compressed answer of \(host) is damaged, or larger than it may be", mayBeBilled: true)
        }
        if typeName.contains("NIOSSL") || typeName.contains("BoringSSL") { return noTrust(host, "\(error)") }
        return lost("the connection to \(host) was lost")
    }

    /// Errors of the system that only a connection that never was can have.
    private static let notConnected = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL]

    private static func classify(_ error: HTTPClientError, host: String, timeout: Duration) -> ProviderFailure {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
            return unreachable(host, "no connection within 10 seconds")
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            return lost(
                "\(host) has not answered within \(seconds(timeout)) seconds",
                help: "the provider's timeout setting says how long to wait")
        case .cancelled:
            return ProviderFailure(.busy, "the request to \(host) was cancelled", mayBeBilled: true)
        case .invalidURL, .emptyHost, .emptyScheme:
            return ProviderFailure(.unconfigured, "the address of \(host) cannot be used")
        default:
            return lost("the connection to \(host) was lost")
        }
    }

    private static func classify(_ error: NIOConnectionError, host: String) -> ProviderFailure {
        if error.connectionErrors.isEmpty, error.dnsAError != nil || error.dnsAAAAError != nil {
            return unreachable(host, "the name is not known")
        }
        let reason = error.connectionErrors.contains { "\($0.error)".contains("refused") } ? "refused" : "no answer"
        return unreachable(host, reason)
    }

    private static func unreachable(_ host: String, _ reason: String) -> ProviderFailure {
        ProviderFailure(
            .busy, "no connection to \(host): \(reason)", help: "check the network and the provider's base-url")
    }

    /// What was asked for is made, as far as anybody knows.
    private static func lost(_ message: String, help: String? = nil) -> ProviderFailure {
        ProviderFailure(.busy, message, help: help, mayBeBilled: true, isAnswerLost: true)
    }

    /// A certificate that does not fit will not fit next time either.
    private static func noTrust(_ host: String, _ reason: String) -> ProviderFailure {
        if reason.contains("uncleanShutdown") {
            return lost("the connection to \(host) was lost")
        }
        return ProviderFailure(
            .rejected, "no secure connection to \(host): \(VendorText.clean(reason, secrets: []))",
            help: "check the provider's address, this machine's clock and its certificates (ca-certificates)")
    }

    package static func seconds(_ duration: Duration) -> String {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        return seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }
}
