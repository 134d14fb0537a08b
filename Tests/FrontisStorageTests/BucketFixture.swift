import Foundation
import FrontisCore
import FrontisTestSupport

@testable import FrontisStorage

/// A bucket, and the service that has it.
struct BucketFixture {
    let bucket: Bucket
    let server: VendorServer
    let vendor: StorageVendor

    /// Pieces of 256 KiB, the smallest that the service takes.
    static let sizes: BucketUpload.Sizes = {
        var sizes = BucketUpload.Sizes()
        sizes.largestWhole = 1000
        sizes.piece = 256 << 10
        return sizes
    }()

    /// Uploads like a caller that waits for nothing: a busy attempt is followed by the next, eight in a row at most.
    func upload(
        _ bytes: [UInt8], as name: String = "blog/images/a.png", md5: String? = nil
    ) async throws(ProviderFailure) -> BucketUpload.Step {
        let upload = BucketUpload(
            BucketObject(
                name: name, mediaType: .png, size: bytes.count,
                md5: md5 ?? Data(VendorMD5.digest(bytes)).base64EncodedString()
            ) { (range) throws(ProviderFailure) in
                Array(bytes[range])
            }, to: bucket, sizes: Self.sizes)
        var failures = 0
        while true {
            do throws(ProviderFailure) {
                let step = try await upload.advance()
                failures = 0
                if step != .going { return step }
            } catch {
                failures += 1
                guard error.kind == .busy, failures < 8 else { throw error }
            }
        }
    }

    func failure(_ bytes: [UInt8], md5: String? = nil) async throws -> ProviderFailure {
        let step: BucketUpload.Step
        do throws(ProviderFailure) { step = try await upload(bytes, md5: md5) } catch { return error }
        throw UnexpectedSuccess(what: "\(step)")
    }
}

let place = SourceLocation(path: "frontis.yaml", line: 3, column: 5)

func withBucket(
    _ vendor: StorageVendor = StorageVendor(), credentials: String? = "keys/painter.json", bucket: String = "test-bucket",
    environment: [String: String] = [:], _ body: (BucketFixture) async throws -> Void
) async throws {
    try await withVendor(vendor) { server in
        let site = try TemporarySite()
        try site.write("keys/painter.json", GoogleAccounts.serviceAccountFile(server.origin))
        var publishing = Publishing(bucket: bucket, prefix: "blog", location: place)
        publishing.endpoint = Located(server.origin, at: place)
        publishing.credentials = credentials.map { Located($0, at: place) }
        var variables = ["HOME": site.path, "NO_GCE_CHECK": "true"]
        variables.merge(environment) { $1 }
        let bucket = Bucket(
            publishing, environment: ProviderEnvironment(process: variables), folder: site.path)
        do {
            try await body(BucketFixture(bucket: bucket, server: server, vendor: vendor))
            await bucket.shutdown()
        } catch {
            await bucket.shutdown()
            throw error
        }
    }
}

/// Bytes without a pattern that a mistake in an offset would hide in.
func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
    }
}
