/// Words for colours, times, weather and places, as `Lexicon` describes them.
enum SceneWords {
    static let entries: [(Topic, String)] = [
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

    ]
}
