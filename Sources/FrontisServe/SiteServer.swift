import Foundation
package import FrontisBuild
package import FrontisCore
import FrontisGallery
import FrontisStore
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Builds a site whenever one of its files changes, and shows it to browsers on this machine, with all that is not
/// published yet, until it is told to end.
package struct SiteServer: Sendable {
    package struct Settings: Sendable {
        /// Of this machine, to listen at.
        package var host: String
        /// Nothing for the first that is free.
        package var port: Int?
        /// More names by which somebody may ask.
        package var allowedHosts: [String] = []
        package var editor = EditorLink.none
        /// Whether the system is not asked to tell of changes.
        package var looks = false

        package init(host: String, port: Int?) { (self.host, self.port) = (host, port) }
    }

    /// Why it cannot listen.
    package struct Failure: Error {
        package let summary: String
        package let help: String?
    }

    /// Connections at the same time.
    private static let mostVisitors = 4000

    private let options: BuildOptions
    private let plugins: [any Plugin]
    private let settings: Settings

    private static let firstPort = 4000
    private static let ports = 20

    /// - Parameter options: of the builds. Nothing is sent, paid for or written outside a folder of the cache, whatever
    ///   they and the configuration say.
    package init(options: BuildOptions, plugins: [any Plugin], settings: Settings) {
        var options = options
        options.policy = .offline(writesLock: false)
        (self.options, self.plugins, self.settings) = (options, plugins, settings)
    }

    /// - Parameters:
    ///   - note: is told what the user should know of the watch itself.
    ///   - serving: is told the addresses once it listens.
    ///   - perform: does each build.
    ///   - built: is told what came of it, and whether that is anything new.
    package func run(
        note: @escaping @Sendable (String) -> Void, serving: @escaping @Sendable ([String]) -> Void,
        perform: @escaping @Sendable (@escaping Watch.Work) async -> Build.Result,
        built: @escaping @Sendable (Build.Result, Bool) -> Void
    ) async throws(Failure) {
        DescriptorLimit.raise()
        let reserved: (options: BuildOptions, hold: any Sendable)
        do throws(Diagnostic) { reserved = try ServedOutput.reserve(options) } catch {
            throw Failure(summary: error.summary, help: error.help)
        }
        defer { withExtendedLifetime(reserved.hold) {} }
        let options = reserved.options
        let site = LiveSite(run: String(UInt64.random(in: .min ... .max), radix: 36))
        let signal = ChangeSignal()
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let result: Result<Void, Failure> = await withTaskGroup(of: Result<Void, Failure>?.self) { group in
            group.addTask {
                defer { port.finish() }
                do throws(Failure) {
                    try await listen(SiteResponder(site: site, visitors: visitors) { signal.note() }) { port.yield($0) }
                    return .success(())
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                guard let port = await ports.first(where: { _ in true }) else { return nil }
                serving(addresses(port))
                let watch = Watch(options: options, plugins: plugins, looks: settings.looks, signal: signal)
                await build(site, by: watch, options, note: note, perform: perform, built: built)
                site.end()
                return .success(())
            }
            group.addTask {
                while !Task.isCancelled {
                    do { try await Task.sleep(for: .seconds(10)) } catch { break }
                    site.beat()
                }
                return nil
            }
            var first: Result<Void, Failure>?
            for await ended in group where ended != nil && first == nil {
                first = ended
                site.end()
                group.cancelAll()
            }
            return first ?? .success(())
        }
        try result.get()
    }

    // MARK: Building

    private func build(
        _ site: LiveSite, by watch: Watch, _ options: BuildOptions, note: @Sendable (String) -> Void,
        perform: @Sendable (@escaping Watch.Work) async -> Build.Result,
        built: @Sendable (Build.Result, Bool) -> Void
    ) async {
        let problems = Problems(site: SiteFolder(options).root, editor: settings.editor)
        await watch.run(note: note, perform: perform) { result, isNews in
            // That nothing is sent is what this is for; the last line says how many pictures are drawn.
            var result = result
            result.diagnostics.removeAll {
                [.publishOffline, .pictureOffline].contains($0.id) && $0.severity != .error
            }
            let html = problems.html(result.diagnostics)
            if let html, site.current.output != nil {
                site.show(problems: html)
            } else if let output = site.current.output?.after(result, options) ?? ServedOutput(options) {
                // With an error from the beginning, what an earlier server has left.
                site.show(
                    output, changed: Set(result.written + result.removed), problems: html,
                    unpublished: Dictionary(
                        result.report.unpublished.map { ($0.path, $0.why) }, uniquingKeysWith: { first, _ in first }))
            } else if let html {
                site.show(problems: html)
            }
            built(result, isNews)
        }
    }

    // MARK: Listening

    private func listen(
        _ responder: SiteResponder, _ running: @escaping @Sendable (Int) -> Void
    ) async throws(Failure) {
        let wanted = settings.port.map { [$0] } ?? Array(Self.firstPort..<Self.firstPort + Self.ports)
        for port in wanted {
            do {
                return try await listen(responder, at: port, running)
            } catch is CancellationError {
                return
            } catch let error as IOError where error.errnoCode == EADDRINUSE && port != wanted.last {
                continue
            } catch {
                throw failure(error, at: port)
            }
        }
    }

    private func listen(
        _ responder: SiteResponder, at port: Int, _ running: @escaping @Sendable (Int) -> Void
    ) async throws {
        var logger = Logger(label: "frontis.serve")
        logger.logLevel = .critical
        let application = Application(
            responder: responder,
            server: HTTPServerBuilder { CompressedChannel(HTTP1Channel(responder: $0)) },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: port),
                availableConnectionsDelegate: .maximum(
                    DescriptorLimit.visitors(wanted: Self.mostVisitors), logger: logger)),
            onServerRunning: { running($0.localAddress?.port ?? port) }, logger: logger)
        try await application.runService(gracefulShutdownSignals: [])
    }

    private func failure(_ error: any Error, at port: Int) -> Failure {
        let place = "\(settings.host):\(port)"
        guard let error = error as? IOError else {
            return Failure(summary: "cannot listen at \(place): \(error)", help: nil)
        }
        switch error.errnoCode {
        case EADDRINUSE:
            return Failure(
                summary: settings.port == nil
                    ? "the ports from \(Self.firstPort) to \(port) are taken"
                    : "port \(port) is taken by another program",
                help: "end that program, or choose another port with --port")
        case EACCES:
            return Failure(
                summary: "port \(port) is not open to everybody", help: "choose one from 1024 on with --port")
        case EADDRNOTAVAIL:
            return Failure(
                summary: "'\(settings.host)' is no address of this machine",
                help: "--host 0.0.0.0 listens at all of them")
        default: return Failure(summary: "cannot listen at \(place): \(error.localizedDescription)", help: nil)
        }
    }

    private var visitors: Visitors { Visitors(hosts: settings.allowedHosts + ownNames) }

    private var isLocal: Bool { ["127.0.0.1", "localhost", "::1"].contains(settings.host) }
    private var isEverywhere: Bool { ["0.0.0.0", "::"].contains(settings.host) }

    /// By what a phone in the same network asks.
    private var ownNames: [String] {
        guard !isLocal else { return [] }
        let name = ProcessInfo.processInfo.hostName
        return (isEverywhere ? NetworkAddresses.own : [settings.host]).map(NetworkAddresses.host)
            + [name, name.hasSuffix(".local") ? name : name + ".local"]
    }

    private func addresses(_ port: Int) -> [String] {
        let basePath = ServedOutput.basePath(options)
        // By its name the other family of addresses may be meant.
        let isNamed = settings.host == "127.0.0.1" || settings.host == "localhost" || isEverywhere
        let hosts = isNamed ? ["localhost"] : [NetworkAddresses.host(settings.host)]
        let others = isEverywhere ? NetworkAddresses.own.map(NetworkAddresses.host) : []
        return (hosts + others).map { "http://\($0):\(port)\(basePath)" }
    }
}
