/// All compositions. A new one is one line here.
enum Compositions {
    static let all: [any Composition] = [
        Waves(),
        Discs(),
        Contours(),
        LowPoly(),
        Sunburst(),
        Tiles(),
        Hills(),
        NightSky(),
        Skyline(),
        Rain(),
        Leaves(),
        Lake(),
        Viaduct.viaduct,
        Viaduct.railway,
        Ribbons(),
        Arches(),
        Halftone(),
        Orbits(),
        Bars(),
        Nodes(),
    ]
}
