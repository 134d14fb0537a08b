/// The colours that descriptions know.
enum ColorName: String, CaseIterable, Sendable {
    case white, cream, sand, yellow, gold, ochre, orange, coral, peach, rust, terracotta, red, darkRed, pink, magenta
    case lilac, purple, darkPurple, lightBlue, blue, darkBlue, teal, turquoise, mint, lightGreen, green, darkGreen
    case olive, brown, darkBrown, lightGrey, grey, darkGrey, black

    /// As a noun that follows "in": English "in dark blue", German "in Dunkelblau", French "en bleu foncé".
    var text: LocalizedText {
        switch self {
        case .white:
            LocalizedText(
                en: "white", de: "Weiß", es: "blanco", fr: "blanc", pt: "branco", it: "bianco", nl: "wit")
        case .cream:
            LocalizedText(
                en: "cream", de: "Creme", es: "crema", fr: "crème", pt: "creme", it: "crema", nl: "crème")
        case .sand:
            LocalizedText(
                en: "sand", de: "Sand", es: "arena", fr: "sable", pt: "areia", it: "sabbia", nl: "zandkleur")
        case .yellow:
            LocalizedText(
                en: "yellow", de: "Gelb", es: "amarillo", fr: "jaune", pt: "amarelo", it: "giallo", nl: "geel")
        case .gold:
            LocalizedText(
                en: "gold", de: "Gold", es: "dorado", fr: "doré", pt: "dourado", it: "oro", nl: "goud")
        case .ochre:
            LocalizedText(
                en: "ochre", de: "Ocker", es: "ocre", fr: "ocre", pt: "ocre", it: "ocra", nl: "oker")
        case .orange:
            LocalizedText(
                en: "orange", de: "Orange", es: "naranja", fr: "orange", pt: "laranja", it: "arancione", nl: "oranje")
        case .coral:
            LocalizedText(
                en: "coral", de: "Koralle", es: "coral", fr: "corail", pt: "coral", it: "corallo", nl: "koraal")
        case .peach:
            LocalizedText(
                en: "peach", de: "Pfirsich", es: "melocotón", fr: "pêche", pt: "pêssego", it: "pesca", nl: "perzik")
        case .rust:
            LocalizedText(
                en: "rust", de: "Rostrot", es: "óxido", fr: "rouille", pt: "ferrugem", it: "ruggine", nl: "roestbruin")
        case .terracotta:
            LocalizedText(
                en: "terracotta", de: "Terrakotta", es: "terracota", fr: "terre cuite", pt: "terracota",
                it: "terracotta", nl: "terracotta")
        case .red:
            LocalizedText(
                en: "red", de: "Rot", es: "rojo", fr: "rouge", pt: "vermelho", it: "rosso", nl: "rood")
        case .darkRed:
            LocalizedText(
                en: "dark red", de: "Dunkelrot", es: "rojo oscuro", fr: "rouge foncé", pt: "vermelho-escuro",
                it: "rosso scuro", nl: "donkerrood")
        case .pink:
            LocalizedText(
                en: "pink", de: "Rosa", es: "rosa", fr: "rose", pt: "rosa", it: "rosa", nl: "roze")
        case .magenta:
            LocalizedText(
                en: "magenta", de: "Magenta", es: "magenta", fr: "magenta", pt: "magenta", it: "magenta", nl: "magenta")
        case .lilac:
            LocalizedText(
                en: "lilac", de: "Flieder", es: "lila", fr: "lilas", pt: "lilás", it: "lilla", nl: "lila")
        case .purple:
            LocalizedText(
                en: "purple", de: "Violett", es: "morado", fr: "violet", pt: "roxo", it: "viola", nl: "paars")
        case .darkPurple:
            LocalizedText(
                en: "dark purple", de: "Dunkelviolett", es: "morado oscuro", fr: "violet foncé", pt: "roxo-escuro",
                it: "viola scuro", nl: "donkerpaars")
        case .lightBlue:
            LocalizedText(
                en: "light blue", de: "Hellblau", es: "azul claro", fr: "bleu clair", pt: "azul-claro", it: "azzurro",
                nl: "lichtblauw")
        case .blue:
            LocalizedText(
                en: "blue", de: "Blau", es: "azul", fr: "bleu", pt: "azul", it: "blu", nl: "blauw")
        case .darkBlue:
            LocalizedText(
                en: "dark blue", de: "Dunkelblau", es: "azul oscuro", fr: "bleu foncé", pt: "azul-escuro",
                it: "blu scuro", nl: "donkerblauw")
        case .teal:
            LocalizedText(
                en: "teal", de: "Petrol", es: "azul verdoso", fr: "bleu canard", pt: "azul-petróleo",
                it: "verde petrolio", nl: "petrol")
        case .turquoise:
            LocalizedText(
                en: "turquoise", de: "Türkis", es: "turquesa", fr: "turquoise", pt: "turquesa", it: "turchese",
                nl: "turkoois")
        case .mint:
            LocalizedText(
                en: "mint", de: "Mint", es: "menta", fr: "menthe", pt: "menta", it: "menta", nl: "mint")
        case .lightGreen:
            LocalizedText(
                en: "light green", de: "Hellgrün", es: "verde claro", fr: "vert clair", pt: "verde-claro",
                it: "verde chiaro", nl: "lichtgroen")
        case .green:
            LocalizedText(
                en: "green", de: "Grün", es: "verde", fr: "vert", pt: "verde", it: "verde", nl: "groen")
        case .darkGreen:
            LocalizedText(
                en: "dark green", de: "Dunkelgrün", es: "verde oscuro", fr: "vert foncé", pt: "verde-escuro",
                it: "verde scuro", nl: "donkergroen")
        case .olive:
            LocalizedText(
                en: "olive", de: "Oliv", es: "oliva", fr: "olive", pt: "oliva", it: "oliva", nl: "olijfgroen")
        case .brown:
            LocalizedText(
                en: "brown", de: "Braun", es: "marrón", fr: "brun", pt: "castanho", it: "marrone", nl: "bruin")
        case .darkBrown:
            LocalizedText(
                en: "dark brown", de: "Dunkelbraun", es: "marrón oscuro", fr: "brun foncé", pt: "castanho-escuro",
                it: "marrone scuro", nl: "donkerbruin")
        case .lightGrey:
            LocalizedText(
                en: "light grey", de: "Hellgrau", es: "gris claro", fr: "gris clair", pt: "cinza-claro",
                it: "grigio chiaro", nl: "lichtgrijs")
        case .grey:
            LocalizedText(
                en: "grey", de: "Grau", es: "gris", fr: "gris", pt: "cinza", it: "grigio", nl: "grijs")
        case .darkGrey:
            LocalizedText(
                en: "dark grey", de: "Dunkelgrau", es: "gris oscuro", fr: "gris foncé", pt: "cinza-escuro",
                it: "grigio scuro", nl: "donkergrijs")
        case .black:
            LocalizedText(
                en: "black", de: "Schwarz", es: "negro", fr: "noir", pt: "preto", it: "nero", nl: "zwart")
        }
    }
}
