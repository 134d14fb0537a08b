import Foundation
import FrontisCore
import FrontisTestSupport

@testable import FrontisProviders

let azureKey = "azure-key-77e0c1"
let azureDeployments = [
    "pictures": "dall-e-3", "gpt-image-2": "gpt-image-2", "drawn/in ink é": "dall-e-3", "eyes": "gpt-4o",
    "mind": "gpt-5.4-mini",
]

func azureBlock(
    _ values: [String: String], token: [String: String]? = nil, dialect: String = "azure-openai"
) -> ProviderSettings {
    var block = settings("art", dialect, values)
    if let token { block.values["token"] = Located(.map(token), at: place) }
    return block
}

func azureRegistry(
    _ block: ProviderSettings, environment: [String: String] = ["AZURE_OPENAI_API_KEY": azureKey]
) -> ProviderRegistry {
    ProviderRegistry(
        settings: ["art": block], environment: ProviderEnvironment(process: environment),
        today: PageDate(year: 2026, month: 11, day: 21))
}

/// A vendor, and a registry whose provider `art` asks it. `ORIGIN` in settings stands for the vendor's address.
func withAzure<Result>(
    _ values: [String: String] = ["endpoint": "ORIGIN", "deployment": "pictures", "model": "dall-e-3"],
    token: [String: String]? = nil, dialect: String = "azure-openai",
    vendor: any VendorDialect = AzureVendor(
        AzureDoor(.key, secret: azureKey), deployments: azureDeployments, makesSmallPictures: true),
    environment: [String: String] = ["AZURE_OPENAI_API_KEY": azureKey],
    _ body: (ProviderRegistry, VendorServer) async throws -> Result
) async throws -> Result {
    try await withVendor(vendor) { server in
        func here(_ values: [String: String]) -> [String: String] {
            values.mapValues { $0.replacingOccurrences(of: "ORIGIN", with: server.origin) }
        }
        let registry = azureRegistry(
            azureBlock(here(values), token: token.map(here), dialect: dialect), environment: here(environment))
        do {
            let result = try await body(registry, server)
            await registry.shutdown()
            return result
        } catch {
            await registry.shutdown()
            throw error
        }
    }
}

extension ProviderRegistry {
    func art() throws -> any ImageProvider { try provider(named: Located("art", at: place)) }

    /// Who describes, with these settings under `alt:`.
    func describer(_ alt: [String: String]) throws -> (any ImageDescriber)? {
        try describer(for: altSettings(alt), images: Located("art", at: place))
    }
}

func descriptionRequest(of picture: [UInt8]) -> DescriptionRequest {
    DescriptionRequest(
        image: picture, mediaType: .png, width: 64, height: 64, language: "en", pageTitle: "Night trains",
        pageSummary: "Why they come back", maxLength: 125)
}

func failure(of describer: any ImageDescriber, _ request: DescriptionRequest) async throws -> ProviderFailure {
    let description: Description
    do throws(ProviderFailure) {
        description = try await describer.describe(request)
    } catch {
        return error
    }
    throw UnexpectedSuccess(what: description.text)
}
