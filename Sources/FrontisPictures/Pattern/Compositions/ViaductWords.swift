/// What a picture of a viaduct is said to show.
enum ViaductWords {
    static func words(for way: Viaduct.Way, isNight: Bool) -> LocalizedText {
        switch (way, isNight) {
        case (.arches, true):
            LocalizedText(
                en: "Train with lit windows on a viaduct under the moon",
                de: "Zug mit hellen Fenstern auf einem Viadukt im Mondlicht",
                es: "Tren con ventanas iluminadas en un viaducto bajo la luna",
                fr: "Train aux fenêtres éclairées sur un viaduc sous la lune",
                pt: "Comboio de janelas acesas num viaduto sob a lua",
                it: "Treno con finestrini accesi su un viadotto sotto la luna",
                nl: "Trein met verlichte ramen op een viaduct onder de maan")
        case (.arches, false):
            LocalizedText(
                en: "Train on a viaduct between wooded hills", de: "Zug auf einem Viadukt zwischen bewaldeten Hügeln",
                es: "Tren en un viaducto entre colinas arboladas", fr: "Train sur un viaduc entre des collines boisées",
                pt: "Comboio num viaduto entre colinas arborizadas", it: "Treno su un viadotto tra colline boscose",
                nl: "Trein op een viaduct tussen beboste heuvels")
        case (.tiers, true):
            LocalizedText(
                en: "Train with lit windows on a two-tiered viaduct under the moon",
                de: "Zug mit hellen Fenstern auf zweistöckigem Viadukt im Mondlicht",
                es: "Tren con ventanas iluminadas en un viaducto de dos pisos con luna",
                fr: "Train aux fenêtres éclairées sur un viaduc à deux étages et lune",
                pt: "Comboio de janelas acesas num viaduto de dois andares sob a lua",
                it: "Treno con finestrini accesi su un viadotto a due ordini, con la luna",
                nl: "Trein met verlichte ramen op een viaduct van twee lagen bij maan")
        case (.tiers, false):
            LocalizedText(
                en: "Train on a two-tiered viaduct between wooded hills",
                de: "Zug auf zweistöckigem Viadukt zwischen bewaldeten Hügeln",
                es: "Tren en un viaducto de dos pisos entre colinas arboladas",
                fr: "Train sur un viaduc à deux étages entre des collines boisées",
                pt: "Comboio num viaduto de dois andares entre colinas arborizadas",
                it: "Treno su un viadotto a due ordini tra colline boscose",
                nl: "Trein op een viaduct van twee lagen tussen beboste heuvels")
        case (.front, true):
            LocalizedText(
                en: "Train with lit lamps coming head-on under the moon",
                de: "Zug mit hellen Lampen kommt im Mondlicht entgegen",
                es: "Tren con faros encendidos que viene de frente bajo la luna",
                fr: "Train aux feux allumés qui arrive de face sous la lune",
                pt: "Comboio de faróis acesos que vem de frente sob a lua",
                it: "Treno a fari accesi che arriva di fronte sotto la luna",
                nl: "Trein met brandende lampen die recht op ons afkomt bij maan")
        case (.front, false):
            LocalizedText(
                en: "Train coming head-on past firs and hills", de: "Zug kommt entgegen, an Tannen und Hügeln vorbei",
                es: "Tren que viene de frente entre abetos y colinas",
                fr: "Train qui arrive de face entre sapins et collines",
                pt: "Comboio que vem de frente entre abetos e colinas",
                it: "Treno che arriva di fronte tra abeti e colline",
                nl: "Trein die recht op ons afkomt tussen sparren en heuvels")
        case (.trestle, true):
            LocalizedText(
                en: "Train with lit windows on a trestle bridge under the moon",
                de: "Zug mit hellen Fenstern auf einer Gerüstbrücke im Mondlicht",
                es: "Tren con ventanas iluminadas en un puente de caballetes con luna",
                fr: "Train aux fenêtres éclairées sur un pont à chevalets, sous la lune",
                pt: "Comboio de janelas acesas numa ponte de cavaletes sob a lua",
                it: "Treno con finestrini accesi su un ponte a cavalletti, con la luna",
                nl: "Trein met verlichte ramen op een schraagbrug onder de maan")
        case (.trestle, false):
            LocalizedText(
                en: "Train on a trestle bridge before wooded hills",
                de: "Zug auf einer Gerüstbrücke vor bewaldeten Hügeln",
                es: "Tren en un puente de caballetes ante colinas arboladas",
                fr: "Train sur un pont à chevalets devant des collines boisées",
                pt: "Comboio numa ponte de cavaletes diante de colinas arborizadas",
                it: "Treno su un ponte a cavalletti davanti a colline boscose",
                nl: "Trein op een schraagbrug voor beboste heuvels")
        case (.ground, true):
            LocalizedText(
                en: "Train with lit windows passing below hills under the moon",
                de: "Zug mit hellen Fenstern vor Hügeln im Mondlicht",
                es: "Tren con ventanas iluminadas ante colinas bajo la luna",
                fr: "Train aux fenêtres éclairées devant des collines, sous la lune",
                pt: "Comboio de janelas acesas diante de colinas sob a lua",
                it: "Treno con finestrini accesi davanti a colline sotto la luna",
                nl: "Trein met verlichte ramen voor heuvels onder de maan")
        case (.ground, false):
            LocalizedText(
                en: "Train passing below wooded hills", de: "Zug vor bewaldeten Hügeln",
                es: "Tren ante colinas arboladas",
                fr: "Train devant des collines boisées", pt: "Comboio diante de colinas arborizadas",
                it: "Treno davanti a colline boscose", nl: "Trein voor beboste heuvels")
        }
    }
}
