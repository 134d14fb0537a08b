import FrontisCore

/// The files that are part of the program: the built-in theme, and what `frontis new` writes besides.
enum BuiltInFiles {
    struct File: Sendable {
        /// Relative to a site.
        var path: String
        var text: String

        fileprivate init(_ path: String, _ bytes: [UInt8]) {
            self.path = path
            text = String(decoding: bytes, as: UTF8.self)
        }
    }

    static var templates: [File] {
        [
            File("templates/404.mustache", PackageResources._04_mustache),
            File("templates/_analytics.mustache", PackageResources._analytics_mustache),
            File("templates/_comments.mustache", PackageResources._comments_mustache),
            File("templates/_entries.mustache", PackageResources._entries_mustache),
            File("templates/_entry.mustache", PackageResources._entry_mustache),
            File("templates/_filed.mustache", PackageResources._filed_mustache),
            File("templates/_footer.mustache", PackageResources._footer_mustache),
            File("templates/_head.mustache", PackageResources._head_mustache),
            File("templates/_hero.mustache", PackageResources._hero_mustache),
            File("templates/_lead.mustache", PackageResources._lead_mustache),
            File("templates/_masthead.mustache", PackageResources._masthead_mustache),
            File("templates/_menu.mustache", PackageResources._menu_mustache),
            File("templates/_meta.mustache", PackageResources._meta_mustache),
            File("templates/_pagination.mustache", PackageResources._pagination_mustache),
            File("templates/_related.mustache", PackageResources._related_mustache),
            File("templates/_series.mustache", PackageResources._series_mustache),
            File("templates/_siblings.mustache", PackageResources._siblings_mustache),
            File("templates/_toc.mustache", PackageResources._toc_mustache),
            File("templates/_translations.mustache", PackageResources._translations_mustache),
            File("templates/base.mustache", PackageResources.base_mustache),
            File("templates/home.mustache", PackageResources.home_mustache),
            File("templates/list.mustache", PackageResources.list_mustache),
            File("templates/page.mustache", PackageResources.page_mustache),
            File("templates/post.mustache", PackageResources.post_mustache),
            File("templates/search.mustache", PackageResources.search_mustache),
            File("templates/tag.mustache", PackageResources.tag_mustache),
            File("templates/taxonomy.mustache", PackageResources.taxonomy_mustache),
        ]
    }

    static var staticFiles: [File] {
        [
            File("static/favicon.svg", PackageResources.favicon_svg),
            File("static/frontis.css", PackageResources.frontis_css),
            File("static/frontis.js", PackageResources.frontis_js),
        ]
    }

    /// Templates of shortcodes, by the names that they are called by.
    static var shortcodes: [File] {
        [
            File("_caption", PackageResources._caption_mustache),
            File("details", PackageResources.details_mustache),
            File("figure", PackageResources.figure_mustache),
            File("gallery", PackageResources.gallery_mustache),
            File("gist", PackageResources.gist_mustache),
            File("vimeo", PackageResources.vimeo_mustache),
            File("youtube", PackageResources.youtube_mustache),
        ]
    }

    static var starter: [File] {
        [
            File("frontis.yaml", PackageResources.frontis_yaml),
            File(".gitattributes", PackageResources.gitattributes),
            File(".gitignore", PackageResources.gitignore),
            File("content/posts/a-first-post.md", PackageResources.first_post_md),
            File("content/about.md", PackageResources.about_md),
        ]
    }
}
