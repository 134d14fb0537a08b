package import FrontisCore

/// The plug-ins that every site has, in the order in which they run.
package enum Plugins {
    package static let all: [any Plugin] = [
        ReadingTime(),
        TableOfContents(),
        Feeds(.atom),
        Feeds(.rss),
        Feeds(.json),
        FeedStyle(),
        Sitemap(),
        Robots(),
        ModelPages(),
        GeneratedPictureList(),
        Aliases(),
        Search(),
    ]
}
