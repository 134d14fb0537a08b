package import FrontisCore
import FrontisHTTP
import FrontisText

extension Bucket {
    /// What can be told without asking anybody: whether the credentials are there and can be read.
    package func checks() -> [HealthCheck] {
        var checks: [HealthCheck] = []
        do throws(ProviderFailure) {
            let address = try address()
            if address.scheme == "http", !address.isLoopback {
                checks.append(
                    publishing.allowsInsecureHTTP
                        ? HealthCheck(
                            .note, "endpoint",
                            "endpoint: \(address.host), in plain http: everyone on the way can read requests and keys")
                        : HealthCheck(
                            .error, "endpoint",
                            "endpoint: plain http to \(address.host) would show the request to everyone on the way",
                            help: "use https, or write allow-insecure-http: true for a network that you trust"))
            } else {
                checks.append(HealthCheck(.ok, "endpoint", "endpoint: \(publishing.address)"))
            }
        } catch {
            checks.append(HealthCheck(.error, "endpoint", error.message, help: error.help))
        }
        checks.append(credentialCheck)
        checks.append(
            HealthCheck(.ok, "public-url", "pages show \(publishing.url(of: "…").replacing("%E2%80%A6", with: "…"))"))
        return checks
    }

    private var credentialCheck: HealthCheck {
        do throws(ProviderFailure) {
            guard let credentials = try credentials() else {
                return HealthCheck(.ok, "credentials", "credentials: none, requests say nothing of who asks")
            }
            switch try credentials.source() {
            case .serviceAccount: return HealthCheck(.ok, "credentials", "credentials: a service account's file")
            case .user: return HealthCheck(.ok, "credentials", "credentials: those of a person who has signed in")
            case .metadata:
                return HealthCheck(
                    .note, "credentials", "credentials: no file; a machine in Google's cloud has its own")
            }
        } catch {
            return HealthCheck(.error, "credentials", error.message, help: error.help)
        }
    }

    /// Asks what costs next to nothing: for a token, for the bucket, and whether the account may create objects in it.
    package func probe() async -> [HealthCheck] {
        do throws(ProviderFailure) {
            var checks = [try await bucketCheck()]
            let create = "storage.objects.create"
            let wanted = [create, "storage.objects.list"]
            guard let held = try await permissions(among: wanted) else { return checks }
            if !held.contains(create) {
                checks.append(
                    HealthCheck(
                        .error, "permission", "the account may not create objects in \(publishing.bucket)",
                        help: "give it the role Storage Object User on the bucket"))
            } else if held.count < wanted.count {
                checks.append(
                    HealthCheck(
                        .note, "permission", "the account may create objects, but not list them",
                        help: "without .frontis/cache each file is then offered again, and refused as already there"))
            } else {
                checks.append(HealthCheck(.ok, "permission", "the account may create and list objects"))
            }
            return checks
        } catch {
            return [HealthCheck(.error, "answer", error.message, help: error.help)]
        }
    }

    private func bucketCheck() async throws(ProviderFailure) -> HealthCheck {
        guard let bucket = try await look() else {
            return HealthCheck(
                .note, "answer", "the account may not look at the bucket itself, which publishing does not need")
        }
        let location = VendorText.clean(bucket["location"]?.text ?? "", secrets: [])
        return HealthCheck(
            .ok, "answer", "the bucket answers\(location.isEmpty ? "" : "; it is in \(location)")")
    }
}
