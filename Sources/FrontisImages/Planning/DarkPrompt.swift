import FrontisCore

/// The words for a dark companion whose author wrote `dark: true`: the only place where they stand. Another wording
/// changes the recipes of all such companions, which would be made anew.
package enum DarkPrompt {
    /// The light picture is sent along where a provider can look at one. Where none can, its prompt has to say it all,
    /// so it is there in full, style and all.
    package static func derived(from light: String) -> String {
        "The same scene at night, for a page in dark mode: the same composition, subjects and style, "
            + "in deep shadow and dark muted colours, softly lit, with no bright or white areas. " + light
    }
}
