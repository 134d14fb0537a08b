extension AltPhrases {
    /// By primary language subtag.
    static let all: [String: AltPhrases] = [
        "en": english, "de": german, "fr": french, "es": spanish, "pt": portuguese, "it": italian, "nl": dutch,
        "sv": swedish, "da": danish, "no": norwegian, "pl": polish, "zh": chinese, "ja": japanese,
    ]

    private static let english = AltPhrases(
        articles: "a an the this",
        nouns: "image images picture pictures photo photos photograph photographs pic graphic",
        links: ["of", "showing", "shows", "depicting", "depicts", "that shows", "that depicts", "which shows"],
        openings: [
            "in this image", "in this picture", "in this photo", "in the image", "in the picture", "in the photo",
        ],
        refusals: [
            "I'm sorry", "I am sorry", "sorry I", "sorry but", "I cannot", "I can't", "I can not", "I'm unable",
            "I am unable", "I'm not able", "I am not able", "unfortunately I", "I apologize", "I apologise",
            "my apologies", "as an AI", "as a language model",
        ],
        confessions: ["as an AI language model", "as an AI model", "as a large language model"],
        joints: "and or but the a an")

    private static let german = AltPhrases(
        articles: "ein eine das dieses der die diese",
        nouns: "bild bilder foto fotos photo fotografie fotografien abbildung aufnahme grafik",
        links: ["von", "vom", "eines", "einer", "zeigt", "zeigen", "das zeigt", "die zeigt"],
        openings: [
            "auf dem Bild", "auf diesem Bild", "auf dem Foto", "auf diesem Foto", "das Bild zeigt", "zu sehen ist",
            "zu sehen sind",
        ],
        refusals: [
            "es tut mir leid", "tut mir leid", "leider kann ich", "ich kann nicht", "ich kann dieses", "ich kann diese",
            "ich kann das Bild", "ich kann keine", "ich bin nicht in der Lage", "ich bitte um Entschuldigung",
            "Entschuldigung ich", "Entschuldigung aber", "als KI", "als Sprachmodell",
        ],
        confessions: ["als KI-Sprachmodell", "als KI-Modell"], joints: "und oder sowie einem einen einer")

    private static let french = AltPhrases(
        articles: "l' la le une un cette ce",
        nouns: "image images photo photos photographie cliché",
        links: ["de", "d'", "du", "des", "montrant", "montre", "qui montre", "représentant", "représente"],
        openings: ["sur cette image", "sur l'image", "sur cette photo", "sur la photo", "dans cette image"],
        refusals: [
            "je suis désolé", "je suis désolée", "désolé je", "désolé mais", "désolée je", "désolée mais",
            "je ne peux pas", "je ne suis pas en mesure", "en tant qu'IA", "en tant qu'intelligence artificielle",
            "en tant que modèle", "malheureusement je",
        ],
        confessions: ["en tant que modèle de langage"], joints: "et ou mais les des du de d' l' qu'")

    private static let spanish = AltPhrases(
        articles: "una un la el esta este",
        nouns: "imagen imágenes foto fotos fotografía",
        links: ["de", "del", "mostrando", "muestra", "que muestra", "donde"],
        openings: ["en esta imagen", "en la imagen", "en esta foto", "en la foto"],
        refusals: [
            "lo siento", "lamento", "no puedo", "no me es posible", "como modelo de lenguaje", "como IA",
            "como una IA", "como inteligencia artificial", "lamentablemente no",
        ],
        confessions: ["como modelo de lenguaje"], joints: "y o pero el los las del")

    private static let portuguese = AltPhrases(
        articles: "uma um a o esta essa este",
        nouns: "imagem imagens foto fotos fotografia figura",
        links: ["de", "do", "da", "dos", "das", "mostrando", "mostra", "a mostrar", "que mostra"],
        openings: ["nesta imagem", "nessa imagem", "na imagem", "nesta foto", "na foto"],
        refusals: [
            "desculpe", "desculpa mas", "lamento", "sinto muito", "peço desculpa", "não posso", "não consigo",
            "não sou capaz", "como modelo de linguagem", "como IA", "como uma IA", "infelizmente não",
        ],
        confessions: ["como modelo de linguagem"], joints: "e ou mas os as dos das")

    private static let italian = AltPhrases(
        articles: "un' una un l' la il questa questo",
        nouns: "immagine immagini foto fotografia",
        links: [
            "di", "d'", "del", "dello", "della", "dell'", "dei", "degli", "delle", "mostra", "che mostra",
            "raffigurante", "che raffigura",
        ],
        openings: ["in questa immagine", "nell'immagine", "in questa foto", "nella foto"],
        refusals: [
            "mi dispiace", "mi spiace", "sono spiacente", "spiacente ma", "non posso", "non sono in grado",
            "come modello linguistico", "come IA", "come intelligenza artificiale", "purtroppo non",
        ],
        confessions: ["come modello linguistico"], joints: "e ed o ma il gli dei del della")

    private static let dutch = AltPhrases(
        articles: "een de het deze dit",
        nouns: "afbeelding afbeeldingen foto plaatje beeld",
        links: ["van", "waarop", "met daarop", "toont", "die toont", "laat zien"],
        openings: ["foto's van", "op de afbeelding", "op deze afbeelding", "op de foto", "op deze foto"],
        refusals: [
            "het spijt me", "sorry ik", "sorry maar", "ik kan niet", "ik kan geen", "ik kan deze", "ik kan dit",
            "ik ben niet in staat", "als AI", "als taalmodel", "helaas kan ik",
        ],
        confessions: ["als AI-taalmodel"], joints: "en of maar de het een")

    private static let swedish = AltPhrases(
        articles: "en ett den det denna detta här",
        nouns: "bild bilder bilden foto fotot fotografi fotografiet",
        links: ["av", "på", "visar", "som visar", "föreställande", "som föreställer"],
        openings: ["på bilden", "på fotot", "i bilden"],
        refusals: [
            "jag är ledsen", "tyvärr kan jag", "jag kan inte", "jag kan tyvärr", "förlåt men", "jag beklagar",
            "som AI", "som en AI", "som språkmodell",
        ],
        confessions: ["som språkmodell"], joints: "och eller men samt")

    private static let danish = AltPhrases(
        articles: "et en det dette", nouns: "billede billeder billedet foto fotoet fotografi",
        links: ["af", "der viser", "viser", "som viser"], openings: ["på billedet", "på fotoet"],
        refusals: ["jeg beklager", "beklager", "desværre kan jeg", "jeg kan ikke", "jeg kan desværre", "som AI"],
        confessions: ["som sprogmodel"], joints: "og eller men samt")

    private static let norwegian = AltPhrases(
        articles: "et en ei det dette", nouns: "bilde bilder bildet foto fotoet fotografi",
        links: ["av", "som viser", "viser"], openings: ["på bildet", "på fotoet", "i bildet"],
        refusals: ["jeg beklager", "beklager", "dessverre kan jeg", "jeg kan ikke", "jeg kan dessverre", "som AI"],
        confessions: ["som språkmodell"], joints: "og eller men samt")

    private static let polish = AltPhrases(
        articles: "to ten ta", nouns: "zdjęcie zdjęcia obraz obrazek fotografia grafika",
        links: [
            "przedstawiające", "przedstawiający", "przedstawiająca", "przedstawia", "pokazujące", "pokazujący",
            "pokazująca", "pokazuje", "ukazujące", "ukazujący", "ukazuje",
        ],
        openings: ["na zdjęciu", "na tym zdjęciu", "na obrazku", "na obrazie", "na fotografii"],
        bareNouns: "zdjęcie",
        refusals: [
            "przepraszam", "przykro mi", "nie mogę", "nie jestem w stanie", "niestety nie", "jako model językowy",
            "jako sztuczna inteligencja",
        ],
        confessions: ["jako model językowy"], joints: "i oraz lub albo ale")

    private static let chinese = AltPhrases(
        openingSigns: [
            "一张图片", "一张照片", "一幅图片", "这张图片", "这张照片", "这是一张", "图片显示", "图片中", "图像显示", "照片显示", "照片中",
            "一張圖片", "一張照片", "一幅圖片", "這張圖片", "這張照片", "這是一張", "圖片顯示", "圖片中", "圖像顯示", "照片顯示",
        ],
        refusalSigns: [
            "抱歉", "很抱歉", "对不起", "對不起", "我无法", "我無法", "我不能", "无法描述", "無法描述", "作为一个AI", "作为AI", "作为人工智能",
            "作为一个人工智能", "作為AI", "作為一個AI", "作為人工智慧",
        ])

    private static let japanese = AltPhrases(
        openingSigns: ["この画像", "この写真", "画像には", "写真には", "画像は", "これは画像", "これは写真", "次の画像"],
        refusalSigns: ["申し訳", "すみません", "ごめんなさい", "AIとして", "AI言語モデルとして", "説明できません"])
}
