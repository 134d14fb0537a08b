/// What is said round a picture: for prompts that are filled in or written from it, and for whoever describes it.
package struct PageText: Sendable {
    package var title: String
    /// The author's.
    package var description: String?
    /// The description, else the beginning of the text.
    package var summary: String
    /// The beginning of the text without markup; only where a prompt is to be written from it.
    package var text: String
    /// What the page is filed under.
    package var tags: [String]
    /// The words beside the picture; nothing where there are none.
    package var nearby: NearbyText?

    package init(
        title: String = "", description: String? = nil, summary: String = "", text: String = "", tags: [String] = [],
        nearby: NearbyText? = nil
    ) {
        self.title = title
        self.description = description
        self.summary = summary
        self.text = text
        self.tags = tags
        self.nearby = nearby
    }
}
