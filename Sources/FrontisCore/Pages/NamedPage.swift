/// An address that names a page by its file, wherever in the site that is: what `ref` and `post_url` of other generators
/// become. Where it leads is known when all pages are.
package enum NamedPage {
    private static let prefix = "@ref/"

    /// - Parameter written: a path under `content/` or the end of one, with or without its ending, and a fragment.
    package static func address(of written: String) -> String { prefix + encoded(written) }

    /// The name in a path without percent-encoding; nothing where it is another path.
    package static func name(in path: String) -> Substring? {
        path.hasPrefix(prefix) ? path.dropFirst(prefix.count) : nil
    }

    /// Any address as its author wrote it, as far as that can be known.
    package static func shown(_ address: String) -> String { name(in: address).map(String.init) ?? address }

    /// With all that would end an address in Markdown or in an attribute as `%20` and its like.
    package static func encoded(_ address: String) -> String {
        PercentEncoding.encoded(address) { $0 > 0x20 && $0 != 0x7F && !"\"'()<>\\`".utf8.contains($0) }
    }
}
