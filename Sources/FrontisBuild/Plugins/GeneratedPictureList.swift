import FrontisText
import FrontisCore

/// `ai-images.json`: every generated picture that pages show, for whoever has to know or wants to check. There is no
/// such file where there is no such picture.
struct GeneratedPictureList: Plugin {
    let name = "ai-images"

    private struct Entry: Encodable {
        var alt: String
        /// Absent for drawn art.
        var created: Timestamp?
        /// Whether the original's bytes have a C2PA credential.
        var credential: Bool
        /// The program that the credential names, in its own words.
        var credentialGenerator: String?
        var dialect: String
        /// SHA-256 of the original's bytes.
        var digest: String
        var digitalSourceType: String
        var height: Int
        /// Of the alt text.
        var language: String
        var mediaType: String
        var model: String?
        /// Address of the original; absent where the site does not publish it.
        var original: String?
        var page: String
        var placeholder: Bool
        var slot: String
        var url: String
        var width: Int

        init(_ generated: GeneratedPicture) {
            let (picture, provenance) = (generated.picture, generated.provenance)
            alt = picture.alt
            created = provenance.created
            credential = provenance.credential != nil
            credentialGenerator = provenance.credential?.generator
            dialect = provenance.dialect
            digest = provenance.digest.hex
            digitalSourceType = provenance.source.newsCode
            height = picture.height
            language = generated.language
            mediaType = picture.mediaType.rawValue
            model = provenance.model
            original = generated.original
            page = generated.page
            placeholder = generated.isPlaceholder
            slot = provenance.slot.description
            url = picture.url
            width = picture.width
        }
    }

    private struct List: Encodable {
        var credit: String
        var images: [Entry]
        let version = 1
    }

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) throws -> [GeneratedFile] {
        guard !site.generated.isEmpty, let path = SitePath("ai-images.json") else { return [] }
        let list = List(credit: context.site.credit, images: site.generated.map(Entry.init))
        return [GeneratedFile(path, .text(try ReportJSON.text(list) + "\n"))]
    }
}
