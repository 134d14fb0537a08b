import FrontisHTTP
import FrontisText

/// Azure's judgement of a text or picture, category by category.
enum OpenAIFilter {
    /// Where in an error it stands. Azure's own description says `inner_error` and `content_filter_results`; what
    /// comes over the wire is mostly `innererror` and `content_filter_result`.
    static func results(in error: JSONValue?) -> JSONValue? {
        let places = [error?["innererror"], error?["inner_error"], error].compactMap(\.self)
        return places.lazy.compactMap { $0["content_filter_results"] ?? $0["content_filter_result"] }.first
    }

    /// The categories that were filtered: `sexual, violence`. Empty where none is named.
    static func categories(in results: JSONValue?, context: VendorContext) -> String {
        guard case .object(let members)? = results else { return "" }
        let names = members.filter { $0.value["filtered"]?.flag == true }.map(\.name).sorted().prefix(8)
        return VendorText.clean(names.joined(separator: ", "), secrets: context.secrets)
    }
}
