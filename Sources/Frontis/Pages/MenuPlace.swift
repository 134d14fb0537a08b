/// Where a page asks to be in a menu: `menu: main`, `menus: { main: { weight: 10 } }`.
public struct MenuPlace: Sendable, Codable, Equatable {
    /// The menu's name.
    public var menu: String
    /// What it is called there; nothing for the page's title.
    public var title: String?
    /// Lighter ones come first; nothing for the page's own.
    public var weight: Int?
    /// The entry that it is below, by its identifier or title.
    public var parent: String?
    /// What other entries call it, to be below it.
    public var identifier: String?
    package var location: SourceLocation

    package init(menu: String, at location: SourceLocation) { (self.menu, self.location) = (menu, location) }
}
