/// What a prompt can be about, as far as pattern art can show it. Words lead to topics (`Lexicon`), topics to
/// palettes and compositions.
enum Topic: String, CaseIterable, Sendable {
    // Colours.
    case red, orange, yellow, green, blue, turquoise, purple, pink, brown, black, white, grey, colorful
    // Times.
    case night, evening, morning, spring, summer, autumn, winter
    // Weather and light.
    case sun, moon, stars, rain, storm, fog, wind, fire
    // Places.
    case sea, river, lake, beach, island, mountain, hill, desert, forest, garden, field, city, village, road, rail
    case bridge, north, south, tropics, space, home
    // Things.
    case plant, flower, animal, food, drink, book, music, code, network, map, geometry, machine, travel, science
    case craft, play
    // Moods.
    case calm, joy, love, dark, bright, elegance, nostalgia, energy, mystery
}
