import Foundation

/// Words that lead to topics: English, and the obvious ones of German, Spanish, French, Portuguese, Italian and
/// Dutch. Whole words, compared without case and accents, plurals in -s and -es included. A word that means
/// something else in another of these languages is left out.
enum Lexicon {
    /// The topics of a word that is already folded.
    static func topics(of word: String) -> [Topic] {
        forms(of: word).lazy.compactMap { index[$0] }.first ?? []
    }

    /// A word, and what it may be the plural of.
    static func forms(of word: String) -> [String] {
        [word]
            + [("ies", "y"), ("es", ""), ("s", "")].compactMap { ending, replacement in
                guard word.hasSuffix(ending), word.count - ending.count + replacement.count > 2 else { return nil }
                return word.dropLast(ending.count) + replacement
            }
    }

    /// The words of a list, folded.
    static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map { folded(String($0)) })
    }

    /// Without case and accents: `Été` is `ete`, `ß` is `ss`.
    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .replacingOccurrences(of: "ß", with: "ss").lowercased()
    }

    private static let index: [String: [Topic]] = {
        var index: [String: [Topic]] = [:]
        for (topic, words) in entries {
            for word in words.split(whereSeparator: \.isWhitespace) {
                let folded = folded(String(word))
                if index[folded]?.contains(topic) != true { index[folded, default: []].append(topic) }
            }
        }
        return index
    }()

    private static let entries: [(Topic, String)] = [
        (
            .red,
            """
            red reddish crimson scarlet ruby vermilion poppy strawberry tomato brick rot rote roter rotes
            roten rojo roja rouge vermelho vermelha encarnado rosso rossa rood rode
            """
        ),
        (.orange, "orange tangerine apricot pumpkin carrot amber copper naranja laranja arancione oranje clementine"),
        (
            .yellow,
            """
            yellow golden gold lemon mustard honey canary saffron ochre gelb gelbe gelber gelbes goldene
            amarillo amarilla dorado dorada jaune dore amarelo amarela dourado dourada giallo gialla
            dorato geel gele citron limon limone zitrone
            """
        ),
        (
            .green,
            """
            green emerald olive moss mossy lime jade sage grün grüne grüner grünes grünen verde vert verte
            groen groene
            """
        ),
        (
            .blue,
            """
            blue navy cobalt azure indigo sapphire ultramarine blau blaue blauer blaues blauen azul bleu
            bleue azzurro azzurra blu blauw blauwe
            """
        ),
        (.turquoise, "turquoise teal cyan aquamarine aqua türkis petrol turquesa turchese turkoois"),
        (
            .purple,
            """
            purple violet lavender lilac mauve plum aubergine violett lila flieder morado morada violeta
            roxo roxa viola paars lavendel lavanda lavande
            """
        ),
        (.pink, "pink rose rosy salmon coral magenta fuchsia blush flamingo rosa rosado rosada roze"),
        (
            .brown,
            """
            brown chestnut chocolate coffee leather wood wooden walnut sepia cocoa clay terracotta earth
            braun braune marrón café castanho marrom marrone brun brune bruin bruine leder holz madera
            madeira legno bois
            """
        ),
        (
            .black,
            """
            black ebony noir schwarz schwarze schwarzer schwarzes negro negra noire preto preta nero nera
            zwart
            """
        ),
        (
            .white,
            """
            white ivory weiß weiße weißer weißes blanco blanca blanc blanche branco branca bianco bianca
            witte
            """
        ),
        (
            .grey,
            """
            grey gray silver slate ash graphite concrete grau graue gris cinza cinzento grigio grijs
            silber plata
            """
        ),
        (
            .colorful,
            """
            colorful colourful rainbow vivid multicolored multicoloured confetti bunt bunte colorido
            colorida arcobaleno arcoiris kleurrijk regenbogen
            """
        ),

        (
            .night,
            """
            night nighttime nocturnal midnight nacht nachts nachtzug noche nuit noite notte nachttrein
            nocturne nocturno noturno notturno
            """
        ),
        (
            .evening,
            """
            evening dusk twilight sunset nightfall abend sonnenuntergang dämmerung atardecer anochecer
            crepúsculo soir soirée coucher entardecer anoitecer sera tramonto avond zonsondergang
            schemering
            """
        ),
        (
            .morning,
            """
            morning dawn sunrise daybreak morgens morgendämmerung sonnenaufgang amanecer mañana aube matin
            amanhecer manhã alba mattina mattino ochtend zonsopgang
            """
        ),
        (.spring, "spring springtime april frühling frühjahr primavera printemps lente voorjaar blossom blooming"),
        (
            .summer,
            """
            summer summertime july august sommer verano été verão estate zomer holiday vacation urlaub
            vacances
            """
        ),
        (
            .autumn,
            """
            autumn autumnal october november september harvest herbst otoño automne outono autunno herfst
            ernte
            """
        ),
        (
            .winter,
            """
            winter wintry snow snowy frost frosty ice icy frozen december january christmas glacier schnee
            eis invierno nieve hiver neige inverno neve sneeuw gelo hielo glace ghiaccio weihnachten noel
            """
        ),

        (
            .sun,
            """
            sun sunny sunshine sunlight sunburst sunlit sonne sonnig sol soleil zon zonnig soleado
            ensoleillé soleggiato radiant heat
            """
        ),
        (.moon, "moon moonlight moonlit lunar crescent mond mondschein luna lune lua maan maanlicht"),
        (
            .stars,
            """
            star stars starry starlit constellation stern sterne sternenhimmel estrella estrellas étoile
            étoiles estrela stella stelle ster sterren meteor comet
            """
        ),
        (
            .rain,
            """
            rain rainy raining drizzle umbrella puddle wet regen regnerisch regenschirm lluvia lluvioso
            pluie parapluie chuva pioggia paraguas ombrello
            """
        ),
        (.storm, "storm stormy thunder lightning tempest sturm gewitter tormenta orage tempête tempestade tempesta"),
        (
            .fog,
            """
            fog foggy mist misty haze cloud cloudy overcast nebel wolke wolken niebla nube brouillard
            nuage névoa nuvem nebbia nuvola
            """
        ),
        (.wind, "wind windy breeze kite sail sailing windmill viento vent vento brise drachen flag"),
        (.fire, "fire flame flames ember burning candle lava volcano feuer fuego feu fogo fuoco vuur kerze vulkan"),

        (
            .sea,
            """
            sea ocean wave waves surf tide marine maritime ship boat sailor whale fish dolphin shell
            harbour harbor port lighthouse coast coastal shore meer ozean welle wellen küste schiff boot
            hafen mar océano ola olas barco costa mer océan vague vagues bateau côte phare onda ondas
            navio porto oceano oceaan zee golf golven kust schip leuchtturm faro sail sailing sailboat
            segelboot velero voilier
            """
        ),
        (.river, "river stream creek canal ferry fluss bach río rivière fleuve rio fiume rivier gracht waterfall"),
        (.lake, "lake pond loch tarn reflection bergsee lago lac meertje lagoon laguna mirror"),
        (.beach, "beach sand sandy palm strand playa plage praia spiaggia dune dunes seaside"),
        (.island, "island isle archipelago insel isla île ilha isola eiland"),
        (
            .mountain,
            """
            mountain peak summit alp alps alpine cliff ridge climbing hike hiking berg berge gebirge
            montaña montagne montanha montagna pico sierra bergen gipfel wandern himalaya
            """
        ),
        (
            .hill,
            """
            hill hilly valley landscape countryside meadow pasture hügel landschaft colina valle colline
            vallée collina heuvel paysage paisaje paisagem paesaggio horizon vineyard
            """
        ),
        (.desert, "desert cactus sahara mars canyon dry wüste desierto désert deserto woestijn camel kaktus"),
        (
            .forest,
            """
            forest wood woods woodland jungle tree trees pine pines fir oak birch wald wälder baum bäume
            bosque árbol forêt arbre floresta árvore foresta albero bos bomen selva
            """
        ),
        (.garden, "garden park greenhouse orchard garten jardín jardin jardim giardino tuin gardening"),
        (.field, "field wheat farm farming crop hay barn feld acker campo champ veld bauernhof rural"),
        (
            .city,
            """
            city town street urban skyline building tower skyscraper metropolis office downtown rooftop
            traffic stadt straße gebäude turm ciudad calle edificio torre rue immeuble
            cidade rua prédio città strada palazzo stad straat gebouw architecture berlin paris london
            tokyo manhattan
            """
        ),
        (.village, "village cottage hamlet dorf pueblo aldea hameau aldeia villaggio dorp"),
        (
            .road,
            """
            road highway route street car truck bicycle bike cycling straße carretera estrada weg fahrrad
            vélo bici
            """
        ),
        (
            .rail,
            """
            train railway rail locomotive station tram carriage express zug züge bahn bahnhof nachtzug
            eisenbahn tren ferrocarril estación gare trem comboio treno ferrovia stazione trein nachttrein
            spoor
            """
        ),
        (
            .bridge,
            """
            bridge viaduct aqueduct arch arches brücke viadukt puente viaducto pont viaduc ponte viaduto
            brug
            """
        ),
        (.north, "north northern arctic polar aurora norway iceland finland sweden nordic norden"),
        (
            .south,
            """
            mediterranean portugal lisbon lisboa italy spain greece sicily provence riviera süden
            méditerranée tuscany porto barcelona rome roma douro tile tiles azulejo
            """
        ),
        (.tropics, "tropical tropics parrot hibiscus mango tropisch caribbean hawaii monstera jungle"),
        (
            .space,
            """
            space galaxy planet planets orbit orbital cosmos cosmic universe astronaut rocket nebula
            satellite asteroid saturn jupiter weltraum weltall planeten espacio planeta espace planète
            espaço spazio pianeta ruimte solar eclipse
            """
        ),
        (
            .home,
            """
            home house room kitchen door haus küche zimmer casa cocina maison cuisine cozinha cucina huis
            keuken
            """
        ),

        (
            .plant,
            """
            plant leaf leaves fern botanical botany ivy herb vine branch branches grass moss foliage
            pflanze blatt blätter farn planta hoja hojas plante feuille feuilles folha folhas pianta
            foglia foglie blad bladeren tea olive bamboo seed seeds
            """
        ),
        (
            .flower,
            """
            flower flowers floral bouquet tulip tulips rose roses daisy sunflower orchid petal blossom
            bloom peony blume blumen flor flores fleur fleurs fiore fiori bloem bloemen cherry
            """
        ),
        (
            .animal,
            """
            fox animal bird birds owl deer bear wolf cat dog horse rabbit hare squirrel butterfly bee
            hedgehog fuchs tier vogel eule hirsch bär hund katze pferd zorro pájaro gato perro renard
            oiseau chat chien raposa pássaro cão volpe uccello gatto cane vos uil kat hond paard
            """
        ),
        (
            .food,
            """
            food fruit apple pear berry lemon bread cake cheese recipe cooking orange soup pasta pizza
            essen brot kuchen fruta pan comida gâteau fromage pão frutta torta formaggio brood
            """
        ),
        (.drink, "coffee tea wine beer cocktail cup espresso kaffee wein café vino thé vin vinho caffè koffie wijn"),
        (
            .book,
            """
            book books reading library novel letter paper writing writer story poem poetry buch bücher
            bibliothek libro libros livre livres livro livros libri boek boeken typewriter diary notebook
            """
        ),
        (
            .music,
            """
            music musical song guitar piano violin jazz concert band drum drums record vinyl melody dance
            dancing musik lied klavier música canción musique chanson musica canzone muziek rhythm sound
            radio
            """
        ),
        (
            .code,
            """
            code coding software programming programmer developer computer laptop keyboard terminal
            algorithm compiler bug debugging swift python javascript program robot server screen pixel
            pixels digital programm código ordenador ordinateur computador codice git rust typescript kotlin
            kernel linux commit debugger script function cache queue container docker test tests developers
            browser cursor command
            """
        ),
        (
            .network,
            """
            network data database graph internet web cloud api machine learning ai neural grid statistics
            chart daten netzwerk datos réseau données dados rede dati rete gegevens netwerk signal
            blockchain crypto
            """
        ),
        (
            .map,
            """
            map maps topographic topography contour contours terrain atlas compass cartography geography
            trail expedition landkarte karte wanderkarte mapa carte mappa kaart
            """
        ),
        (
            .geometry,
            """
            geometric geometry abstract pattern shape shapes bauhaus mosaic circle circles square triangle
            cube polygon crystal minimal minimalist design geometrie abstrakt abstracto abstrait abstrato
            astratto
            """
        ),
        (
            .machine,
            """
            machine engine factory gear gears industry industrial robot maschine fabrik máquina usine
            fabbrica
            """
        ),
        (
            .travel,
            """
            travel journey trip adventure voyage passport suitcase airport plane airplane balloon tourist
            reise viaje viagem viaggio reis flugzeug avión avion
            """
        ),
        (
            .science,
            """
            science physics chemistry laboratory atom atoms molecule dna microscope telescope mathematics
            math maths biology research wissenschaft ciencia scienza wetenschap quantum
            """
        ),
        (
            .craft,
            """
            craft knitting weaving woven textile quilt pottery ceramic sewing paint painter yarn loom
            carpet fabric töpfern weben tejido tissage tecido tessuto
            """
        ),
        (
            .play,
            """
            toy toys game games play playing child children kids party balloon circus carnival spiel
            kinder juego jeu jogo gioco
            """
        ),

        (
            .calm,
            """
            calm quiet silence silent still stillness peaceful peace serene gentle soft slow zen
            meditation sleep dream ruhig stille ruhe tranquilo calme doux sereno tranquillo rustig stil
            pastel
            """
        ),
        (
            .joy,
            """
            joy joyful happy cheerful fun celebration birthday smile playful freude fröhlich alegría
            alegre joie heureux gioia feest
            """
        ),
        (
            .love,
            """
            love romance romantic heart wedding valentine kiss passion liebe herz amor corazón amour coeur
            coração amore cuore liefde hart
            """
        ),
        (
            .dark,
            """
            dark darkness shadow shadows gloomy dunkel dunkle oscuro oscura sombre escuro escura scuro
            scura donker gothic cave
            """
        ),
        (.bright, "bright radiant luminous clear fresh crisp brillante lumineux luminoso helder airy"),
        (
            .elegance,
            """
            elegant elegance luxury opera theatre theater silk velvet royal palace museum elegante élégant
            wine
            """
        ),
        (
            .nostalgia,
            """
            old vintage retro antique memory memories past history historical nostalgic viejo ancien
            antiguo antigo antico oud seventies sixties
            """
        ),
        (
            .energy,
            """
            energy electric speed fast dynamic sport running power explosion neon cyber cyberpunk techno
            energie energía laser
            """
        ),
        (
            .mystery,
            """
            mystery mysterious magic magical ghost secret strange fantasy dragon witch enchanted geheimnis
            misterio mystère mistério mistero
            """
        ),
    ]
}
