/// An `ai-image` entry as the author wrote it: what goes into the recipe, and what does not.
package struct ImageRequest: Sendable, Codable, Equatable {
    /// The slot's name: `hero`, or a key of `ai-images`, or `ai-` for a prompt in the text.
    package var name: SlotName
    package var prompt: Located<String>
    /// `auto`: the prompt is to be written from the post.
    package var isAutomatic: Bool
    /// Nothing: the house style. `none`: no style.
    package var style: Located<String>?
    package var negative: String?
    package var shape: PictureShape?
    package var background: Background?
    package var seed: Int?
    /// Paths relative to the page's folder.
    package var references: [Located<String>]

    /// A companion for dark mode, which is a slot and a recipe of its own.
    package var dark: DarkRequest?

    // Not in the recipe:
    package var candidates: Int?
    package var provider: Located<String>?
    package var model: String?
    package var quality: String?
    /// The author's words; empty means decorative.
    package var alt: String?
    /// Where `alt` was written: in the front matter, or in the text.
    package var altLocation: SourceLocation?
    /// The line of `altLocation`, for findings.
    package var altLine: String?
    /// How the author would write `alt`, for findings.
    package var altForm = "alt: …"
    /// How the author would say that the picture is decoration.
    package var decorativeForm = "alt: \"\""
    package var caption: String?
    /// Whether the picture is shown as it is, in one size and format.
    package var isLeftAlone = false
    /// What crops keep; nothing: what catches the eye.
    package var focus: FocalPoint?
    /// The line of the prompt, for findings.
    package var sourceLine: String?

    /// What `dark` says.
    package struct DarkRequest: Sendable, Codable, Equatable {
        /// Nothing: the prompt is made from the light picture's.
        package var prompt: String?
        package var location: SourceLocation
        /// The line of `location`, for findings.
        package var sourceLine: String?

        package init(prompt: String?, at location: SourceLocation, in sourceLine: String? = nil) {
            self.prompt = prompt
            self.location = location
            self.sourceLine = sourceLine
        }
    }

    package enum Background: String, Sendable, CaseIterable, Codable {
        case opaque
        case transparent
    }

    package init(name: SlotName, prompt: Located<String>, sourceLine: String? = nil) {
        self.name = name
        self.prompt = prompt
        self.sourceLine = sourceLine
        isAutomatic = false
        references = []
    }
}
