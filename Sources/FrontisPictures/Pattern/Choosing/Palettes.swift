/// All palettes, chosen by hand. A new one is one entry here.
enum Palettes {
    static let all: [Palette] = days + nights

    private static let days: [Palette] = [
        Palette(
            "deep sea", .day, sky: .init(0xF4E8CF, .cream), glow: .init(0xEBD3A0, .sand),
            tones: (
                .init(0x86BCC0, .turquoise), .init(0x3A8FA3, .teal), .init(0x1F5F85, .blue),
                .init(0x12355B, .darkBlue)
            ),
            accent: .init(0xE4572E, .orange), highlight: .init(0xFFF8E7, .cream),
            for: [
                .blue: 5, .sea: 4, .river: 3, .lake: 2, .turquoise: 3, .wind: 2, .calm: 1, .map: 1, .travel: 1,
                .code: 2,
                .network: 2,
            ]),
        Palette(
            "lagoon", .day, sky: .init(0xDDF1EA, .mint), glow: .init(0xFBE6C2, .sand),
            tones: (
                .init(0x8FD6CB, .turquoise), .init(0x3DB6B1, .turquoise), .init(0x17878F, .teal),
                .init(0x0D5563, .teal)
            ),
            accent: .init(0xFF7F6A, .coral), highlight: .init(0xFFFDF5, .white),
            for: [
                .turquoise: 6, .sea: 2, .tropics: 4, .island: 4, .beach: 3,
                .summer: 2, .lake: 2, .bright: 2, .joy: 1,
            ]),
        Palette(
            "riviera", .day, sky: .init(0xCFE8EF, .lightBlue), glow: .init(0xFDEBCB, .cream),
            tones: (
                .init(0x7CC3D8, .lightBlue), .init(0x3189B5, .blue), .init(0x1D5C8F, .blue),
                .init(0x17375E, .darkBlue)
            ),
            accent: .init(0xFF6B4A, .coral), highlight: .init(0xFFFCF3, .white),
            for: [
                .blue: 5, .south: 4, .beach: 3, .summer: 3, .travel: 2, .sea: 2,
                .sun: 2, .wind: 2, .village: 1, .bright: 2,
            ]),
        Palette(
            "winter", .day, sky: .init(0xE4EEF5, .lightBlue), glow: .init(0xFBF1EA, .cream),
            tones: (
                .init(0xBCD3E2, .lightBlue), .init(0x86AAC6, .lightBlue), .init(0x4E7699, .blue),
                .init(0x24405F, .darkBlue)
            ),
            accent: .init(0xD9534A, .red), highlight: .init(0xFFFFFF, .white),
            for: [.winter: 5, .white: 5, .north: 2, .mountain: 1, .calm: 1, .fog: 1, .blue: 3]),
        Palette(
            "rain", .day, sky: .init(0xD5DADB, .lightGrey), glow: .init(0xE8E4D8, .cream),
            tones: (
                .init(0xA3B1B7, .grey), .init(0x73868F, .grey), .init(0x475B68, .darkGrey),
                .init(0x26343F, .darkGrey)
            ),
            accent: .init(0xF2B632, .yellow), highlight: .init(0xF8F6EF, .white),
            for: [.grey: 6, .rain: 4, .fog: 4, .storm: 2, .machine: 2, .city: 1, .road: 2, .nostalgia: 1]),
        Palette(
            "forest", .day, sky: .init(0xDCE5CF, .lightGreen), glow: .init(0xEFE3B9, .sand),
            tones: (
                .init(0x9DB48A, .lightGreen), .init(0x5B8760, .green), .init(0x2C5A45, .darkGreen),
                .init(0x143529, .darkGreen)
            ),
            accent: .init(0xE0A43C, .ochre), highlight: .init(0xF7F4E1, .cream),
            for: [.green: 6, .forest: 4, .plant: 2, .animal: 2, .mystery: 1, .calm: 1, .mountain: 1, .map: 2]),
        Palette(
            "meadow", .day, sky: .init(0xE6F1D6, .lightGreen), glow: .init(0xF8EBC0, .cream),
            tones: (
                .init(0xA9CF8C, .lightGreen), .init(0x6BAA62, .green), .init(0x36804F, .green),
                .init(0x1B4E3A, .darkGreen)
            ),
            accent: .init(0xF2765A, .coral), highlight: .init(0xFFFCEB, .cream),
            for: [.green: 6, .spring: 3, .field: 3, .garden: 3, .hill: 2, .plant: 2, .joy: 1, .village: 2]),
        Palette(
            "mint", .day, sky: .init(0xE6F3EC, .mint), glow: .init(0xFFF1D6, .cream),
            tones: (.init(0xA8DCC8, .mint), .init(0x5DB79F, .green), .init(0x2F7F78, .teal), .init(0x22424A, .teal)),
            accent: .init(0xFF8A5B, .orange), highlight: .init(0xFFFFFA, .white),
            for: [
                .turquoise: 4, .green: 3, .bright: 2, .calm: 2, .code: 2,
                .network: 2, .science: 3, .geometry: 1, .home: 1,
            ]),
        Palette(
            "citrus", .day, sky: .init(0xFFF7CF, .cream), glow: .init(0xFFE96B, .yellow),
            tones: (
                .init(0xF9D71C, .yellow), .init(0xB9CC3C, .lightGreen), .init(0x4FA266, .green),
                .init(0x1F5E4B, .darkGreen)
            ),
            accent: .init(0xFF6F3C, .orange), highlight: .init(0xFFFDF0, .white),
            for: [.yellow: 3, .food: 3, .joy: 3, .summer: 2, .spring: 2, .bright: 2, .play: 2, .green: 2]),
        Palette(
            "harvest", .day, sky: .init(0xFDF0C4, .cream), glow: .init(0xF9D976, .yellow),
            tones: (
                .init(0xF2BE3A, .yellow), .init(0xD9972B, .ochre), .init(0xA76C24, .ochre),
                .init(0x5E4120, .brown)
            ),
            accent: .init(0x2F6F73, .teal), highlight: .init(0xFFFBEA, .cream),
            for: [.yellow: 6, .field: 3, .sun: 3, .summer: 2, .autumn: 2, .food: 2, .desert: 1]),
        Palette(
            "lemon", .day, sky: .init(0xFFFBE3, .cream), glow: .init(0xFFEFA1, .yellow),
            tones: (
                .init(0xFBE04E, .yellow), .init(0xF3C32B, .yellow), .init(0xC7951C, .ochre), .init(0x3A3935, .darkGrey)
            ),
            accent: .init(0xE4572E, .orange), highlight: .init(0xFFFEF6, .white),
            for: [.yellow: 6, .bright: 3, .play: 2, .summer: 2, .sun: 2, .geometry: 2, .machine: 1, .energy: 2]),
        Palette(
            "tangerine", .day, sky: .init(0xFFE7C7, .peach), glow: .init(0xFFC98A, .peach),
            tones: (
                .init(0xFFA64D, .orange), .init(0xF27B2C, .orange), .init(0xC4501F, .rust),
                .init(0x6A2A18, .brown)
            ),
            accent: .init(0x1F6E7A, .teal), highlight: .init(0xFFF8EA, .cream),
            for: [.orange: 7, .autumn: 2, .energy: 2, .sun: 2, .food: 2, .animal: 2, .fire: 2]),
        Palette(
            "autumn", .day, sky: .init(0xF6E7C8, .cream), glow: .init(0xF0C987, .sand),
            tones: (
                .init(0xE0A043, .ochre), .init(0xC8702A, .orange), .init(0x98431F, .rust),
                .init(0x53291C, .darkBrown)
            ),
            accent: .init(0xA8261E, .red), highlight: .init(0xFFF7E3, .cream),
            for: [
                .autumn: 5, .brown: 3, .orange: 5, .nostalgia: 2, .forest: 1,
                .animal: 2, .home: 2, .village: 1, .craft: 2,
            ]),
        Palette(
            "desert", .day, sky: .init(0xF8DFC0, .peach), glow: .init(0xF6BE8E, .peach),
            tones: (
                .init(0xE8935F, .terracotta), .init(0xC9643F, .terracotta), .init(0x93432F, .rust),
                .init(0x4F2823, .darkBrown)
            ),
            accent: .init(0x2E7C86, .teal), highlight: .init(0xFFF3DE, .cream),
            for: [.desert: 5, .brown: 4, .south: 2, .craft: 3, .orange: 3, .sun: 1, .map: 1]),
        Palette(
            "coffee", .day, sky: .init(0xF0E4D2, .cream), glow: .init(0xE2CBA9, .sand),
            tones: (
                .init(0xC9A77C, .sand), .init(0x9C7350, .brown), .init(0x6B4A34, .brown),
                .init(0x37251C, .darkBrown)
            ),
            accent: .init(0xD2603A, .orange), highlight: .init(0xFBF5EA, .cream),
            for: [.brown: 6, .drink: 3, .book: 3, .nostalgia: 2, .home: 2, .craft: 2, .machine: 1]),
        Palette(
            "olive grove", .day, sky: .init(0xF1EBD3, .cream), glow: .init(0xE8D39A, .sand),
            tones: (
                .init(0xBDBB7C, .olive), .init(0x8A8F4A, .olive), .init(0x5B6633, .olive),
                .init(0x333D25, .darkGreen)
            ),
            accent: .init(0xC8553D, .terracotta), highlight: .init(0xFFFAE8, .cream),
            for: [.green: 4, .south: 3, .garden: 2, .plant: 2, .hill: 2, .food: 2, .map: 2, .nostalgia: 1, .field: 1]),
        Palette(
            "ember", .day, sky: .init(0xF9DFCD, .peach), glow: .init(0xF4AE92, .peach),
            tones: (.init(0xEC7A5E, .coral), .init(0xD93B31, .red), .init(0xAA2730, .red), .init(0x641824, .darkRed)),
            accent: .init(0xF6B042, .gold), highlight: .init(0xFFF6EA, .cream),
            for: [.red: 7, .love: 4, .fire: 4, .energy: 2, .food: 1, .joy: 1]),
        Palette(
            "wine", .day, sky: .init(0xF5E1DA, .peach), glow: .init(0xE9BDB5, .pink),
            tones: (
                .init(0xCD7F87, .pink), .init(0xA13D55, .red), .init(0x6F2241, .darkRed),
                .init(0x381326, .darkRed)
            ),
            accent: .init(0xD9A441, .gold), highlight: .init(0xFFF6EF, .cream),
            for: [.red: 4, .elegance: 4, .drink: 3, .love: 3, .pink: 3, .book: 1]),
        Palette(
            "blossom", .day, sky: .init(0xFDE9E7, .pink), glow: .init(0xFBD0C9, .pink),
            tones: (
                .init(0xF6A6B2, .pink), .init(0xE5738F, .pink), .init(0xB4476F, .magenta),
                .init(0x5F2848, .darkPurple)
            ),
            accent: .init(0x3F8F87, .teal), highlight: .init(0xFFF8F4, .white),
            for: [.pink: 7, .flower: 4, .spring: 3, .love: 3, .joy: 2]),
        Palette(
            "lavender", .day, sky: .init(0xEFE7F5, .lilac), glow: .init(0xF8DCD9, .pink),
            tones: (
                .init(0xC2A9DF, .lilac), .init(0x9579C4, .lilac), .init(0x65509C, .purple),
                .init(0x352B62, .darkPurple)
            ),
            accent: .init(0xF2A541, .orange), highlight: .init(0xFFFAF3, .white),
            for: [.purple: 7, .flower: 2, .calm: 2, .mystery: 2, .evening: 1, .field: 1, .code: 2, .network: 2]),
        Palette(
            "sunrise", .day, sky: .init(0xC6E0E2, .lightBlue), glow: .init(0xFFD2A6, .peach),
            tones: (
                .init(0xF7A98B, .peach), .init(0xD97B84, .pink), .init(0x8E5D88, .purple),
                .init(0x453A63, .darkPurple)
            ),
            accent: .init(0xF25C3F, .red), highlight: .init(0xFFF7E8, .cream),
            for: [.morning: 6, .sun: 2, .travel: 3, .calm: 2, .pink: 3, .lake: 1, .mountain: 1, .river: 1]),
        Palette(
            "shore", .day, sky: .init(0xE1F0EF, .lightBlue), glow: .init(0xF7E6C4, .cream),
            tones: (
                .init(0xEFD6A0, .sand), .init(0xE0B370, .sand), .init(0x5FA8AC, .turquoise),
                .init(0x2A6A7A, .teal)
            ),
            accent: .init(0xF26B5B, .coral), highlight: .init(0xFFFDF6, .white),
            for: [.beach: 5, .island: 3, .summer: 2, .sea: 2, .turquoise: 3, .desert: 1, .play: 1, .network: 2]),
        Palette(
            "newsprint", .day, sky: .init(0xF3F0E8, .white), glow: .init(0xDEDBD3, .lightGrey),
            tones: (
                .init(0xB5B2AA, .grey), .init(0x7F7D78, .grey), .init(0x474644, .darkGrey),
                .init(0x1C1C1D, .black)
            ),
            accent: .init(0xD8392B, .red), highlight: .init(0xFFFFFF, .white),
            for: [
                .white: 4, .black: 5, .grey: 4, .book: 3, .nostalgia: 2, .road: 1, .machine: 2, .code: 2, .network: 2,
            ]),
        Palette(
            "bauhaus", .day, sky: .init(0xF3E8D3, .cream), glow: .init(0xEFD9A7, .sand),
            tones: (.init(0xF2B632, .yellow), .init(0xD63F2E, .red), .init(0x22558F, .blue), .init(0x1D1D1F, .black)),
            accent: .init(0xF07F3C, .orange), highlight: .init(0xFFFBF0, .cream),
            for: [
                .colorful: 8, .geometry: 4, .play: 4, .craft: 2, .music: 2, .joy: 2, .machine: 2, .code: 2, .network: 2,
            ]),
    ]

    private static let nights: [Palette] = [
        Palette(
            "midnight", .night, sky: .init(0x131B3A, .darkBlue), glow: .init(0x34447F, .blue),
            tones: (
                .init(0x4A5C9C, .blue), .init(0x2C3B78, .blue), .init(0x1A2450, .darkBlue),
                .init(0x0C1230, .darkBlue)
            ),
            accent: .init(0xF4C95D, .gold), highlight: .init(0xFBF3DC, .cream),
            for: [.night: 5, .moon: 4, .stars: 4, .blue: 4, .dark: 3, .rail: 1, .mystery: 1, .calm: 1, .code: 2]),
        Palette(
            "cobalt", .night, sky: .init(0x1B3F8B, .blue), glow: .init(0x5C93DC, .lightBlue),
            tones: (
                .init(0x3F78CC, .blue), .init(0x265AA8, .blue), .init(0x173C7E, .blue),
                .init(0x0B1E48, .darkBlue)
            ),
            accent: .init(0xFFC94D, .yellow), highlight: .init(0xFFF6E0, .cream),
            for: [
                .blue: 6, .night: 2, .evening: 2, .music: 2, .travel: 2, .rail: 2, .stars: 2, .elegance: 1, .code: 2,
                .network: 2,
            ]),
        Palette(
            "aurora", .night, sky: .init(0x0F2233, .darkBlue), glow: .init(0x1F6F6B, .teal),
            tones: (
                .init(0x2FA98C, .green), .init(0x1E7A75, .teal), .init(0x14505E, .teal),
                .init(0x0A2230, .darkBlue)
            ),
            accent: .init(0xB58BE0, .lilac), highlight: .init(0xE6FFF4, .mint),
            for: [.north: 5, .night: 3, .stars: 3, .mystery: 3, .green: 3, .turquoise: 3, .winter: 2, .space: 2]),
        Palette(
            "dusk", .dusk, sky: .init(0x3D2C5E, .darkPurple), glow: .init(0xF0866B, .coral),
            tones: (
                .init(0xB4557F, .pink), .init(0x7E3F7A, .purple), .init(0x532F66, .purple),
                .init(0x2A1B42, .darkPurple)
            ),
            accent: .init(0xFFD27A, .gold), highlight: .init(0xFFEFD9, .cream),
            for: [
                .evening: 6, .purple: 5, .nostalgia: 2, .city: 1, .love: 1,
                .south: 1, .travel: 1, .wind: 1, .mystery: 1,
            ]),
        Palette(
            "vermilion", .dusk, sky: .init(0xC9382B, .red), glow: .init(0xEE7B52, .coral),
            tones: (
                .init(0xE2573F, .red), .init(0xA82A29, .red), .init(0x7A1A24, .darkRed),
                .init(0x43121C, .darkRed)
            ),
            accent: .init(0xF9D9A0, .cream), highlight: .init(0xFBF1DC, .cream),
            for: [.red: 7, .fire: 4, .evening: 2, .energy: 3, .desert: 1, .music: 1]),
        Palette(
            "noir", .night, sky: .init(0x1B1B1E, .black), glow: .init(0x45454B, .darkGrey),
            tones: (
                .init(0x6A6A70, .grey), .init(0x48484E, .darkGrey), .init(0x2A2A2E, .darkGrey),
                .init(0x0E0E10, .black)
            ),
            accent: .init(0xE8C04A, .gold), highlight: .init(0xF2F0EA, .white),
            for: [.black: 7, .dark: 4, .night: 2, .music: 2, .elegance: 2, .grey: 2, .mystery: 1]),
        Palette(
            "neon", .night, sky: .init(0x1A1033, .darkPurple), glow: .init(0x6B2390, .purple),
            tones: (
                .init(0xC02C98, .magenta), .init(0x6C2BA8, .purple), .init(0x3A1F78, .darkPurple),
                .init(0x160C33, .darkPurple)
            ),
            accent: .init(0x2DE2E6, .turquoise), highlight: .init(0xFFE6FB, .white),
            for: [
                .energy: 5, .purple: 5, .pink: 2, .code: 2, .music: 4, .play: 2,
                .city: 1, .space: 3, .network: 2, .night: 2,
            ]),
        Palette(
            "terminal", .night, sky: .init(0x0E1A17, .darkGreen), glow: .init(0x1F4A3A, .darkGreen),
            tones: (
                .init(0x35946A, .green), .init(0x246B4E, .green), .init(0x163F32, .darkGreen),
                .init(0x081210, .darkGreen)
            ),
            accent: .init(0xF2B84B, .gold), highlight: .init(0xC9F7D5, .mint),
            for: [.code: 5, .network: 4, .dark: 2, .green: 3, .machine: 2, .science: 2]),
        Palette(
            "lantern", .night, sky: .init(0x20183A, .darkPurple), glow: .init(0x7A3B57, .purple),
            tones: (
                .init(0xA8505A, .pink), .init(0x6E3658, .purple), .init(0x40254C, .darkPurple),
                .init(0x1C1230, .darkPurple)
            ),
            accent: .init(0xFFB04A, .orange), highlight: .init(0xFFE9C2, .cream),
            for: [
                .night: 3, .home: 3, .purple: 4, .fire: 2, .village: 2, .evening: 3,
                .love: 1, .mystery: 2, .rail: 1, .drink: 1,
            ]),
    ]
}
