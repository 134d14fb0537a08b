/// Words for things and moods, as `Lexicon` describes them.
enum SubjectWords {
    static let entries: [(Topic, String)] = [
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
