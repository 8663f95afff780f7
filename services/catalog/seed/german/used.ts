import type { GermanTexts } from './german-texts.ts';

/** Lamps, instruments, ropes, fittings and the kitchen, by slug. */
export const germanUsed: GermanTexts = {
  'hurricane-lamp': [
    'Sturmlaterne',
    'Petroleumlampe aus Blech, die mit einer Füllung etwa zwanzig Stunden brennt und im Sturm nicht ausgeht. Kaltluftprinzip, Borosilikatglas, 690 g.',
  ],
  'enamel-kettle-1-5-l-cobalt': [
    'Emaillekessel 1,5 L, Kobalt',
    'Stahl mit gesprenkelter Emaille und einem Buchengriff, der kühl bleibt. Breiter Boden für eine kleine Flamme und eine Tülle, die nicht tropft. 890 g.',
  ],
  'mooring-rope-12-mm': [
    'Festmacher 12 mm',
    'Zehn Meter doppelt geflochtenes Polyester mit einem gespleißten Auge. Gibt genug nach, um die Klampen zu schonen, und bleibt im Salz geschmeidig. 1,1 kg.',
  ],
  'camp-kettle-0-9-l-copper': [
    'Lagerkessel 0,9 L, Kupfer',
    'Verzinnter Kupferkessel, der auf einem Brenner schnell kocht. Er setzt Patina an; man poliert sie oder lässt sie. 640 g.',
  ],
  'halyard-8-mm': [
    'Fall 8 mm',
    'Dreißig Meter dehnungsarme Leine mit Polyestermantel, der in Klemmen hält. Der rote Kennfaden unterscheidet sie nachts von den Schoten. 1,3 kg.',
  ],
  'led-camp-lantern': [
    'LED-Lagerlaterne',
    'Warmes Licht mit 2.700 K, von 15 bis 320 Lumen dimmbar. Eine Ladung über USB-C reicht sechs Abende zum Lesen. 410 g.',
  ],
  'enamel-mug-white-and-navy': [
    'Emaillebecher, Weiß und Marine',
    'Gut ein Viertelliter in doppelt getauchter Emaille mit marineblauem Rand. Er bekommt Macken, bevor er bricht, und sieht damit besser aus. 150 g.',
  ],
  'utility-cord-4-mm-on-spool-orange': [
    'Allzweckschnur 4 mm auf Spule, Orange',
    'Fünfzig Meter geflochtenes Polypropylen, das schwimmt, auf einer Spule in Buchenoptik. Für Zurrungen, Planen und was heute Morgen kaputtging. 480 g.',
  ],
  'enamel-mug-speckled-moss': [
    'Emaillebecher, Moos gesprenkelt',
    'Derselbe Stahlbecher mit cremefarbenen Sprenkeln von Hand, keiner wie der andere. Steht gerade in der Glut. 150 g.',
  ],
  'rigging-knife-rosewood': [
    'Riggmesser, Rosenholz',
    'Eine Schafsfußklinge und ein feststellbarer Marlspieker in einem Klappmesser. Rostfreier 440er Stahl, Rosenholz, Messingstifte. 165 g.',
  ],
  'headlamp-400-graphite-and-orange': [
    'Stirnlampe 400, Graphit und Orange',
    '400 Lumen für den Weg und ein rotes Licht, das am Kartentisch die Nachtsicht schont. Aufladbar, wasserdicht bis einen Meter, 92 g.',
  ],
  'stoneware-mug-sand-and-blue': [
    'Steinzeugbecher, Sand und Blau',
    'Gedrehter Becher mit schwerem Fuß, der auf dem kardanischen Herd stehen bleibt. Bis zur Hälfte in blaue Glasur getaucht, spülmaschinenfest. 380 g.',
  ],
  'rescue-knife-signal-orange': [
    'Rettungsmesser, Signalorange',
    'Teils gezahnte Klinge, die Gurtband unter Last trennt. Stumpfe Spitze, einhändig zu öffnen, und ein Bändsel, das lang genug ist. 110 g.',
  ],
  'headlamp-250-teal': [
    'Stirnlampe 250, Blaugrün',
    'Eine einfachere Lampe mit einem Knopf und drei Stufen. Läuft mit eigenem Akku oder mit drei AAA-Batterien, wenn die Steckdose weit ist. 84 g.',
  ],
  'gas-stove-compact-red': [
    'Gaskocher, kompakt, Rot',
    'Faltbarer Brenner zum Aufschrauben auf gängige Kartuschen, kocht einen halben Liter in dreieinhalb Minuten. Piezozünder, 98 g ohne Gas.',
  ],
  'folding-knife-navy': [
    'Klappmesser, Marine',
    'Schlanke Klinge für jeden Tag, für Brot, Schnur und Äpfel, mit Leinenverbund am Griff. Von Hand geschärft, bevor es die Werkbank verlässt. 78 g.',
  ],
  'waterproof-torch-yellow': [
    'Wasserdichte Taschenlampe, Gelb',
    'Schwimmt mit der Linse nach oben, sodass man sie über Bord wiederfindet. 500 Lumen, Magnetschalter, wasserdicht bis zehn Meter. 230 g.',
  ],
  'two-burner-stove-forest': [
    'Zweiflammkocher, Waldgrün',
    'Zwei Brenner mit 2,2 kW in einem Stahlgehäuse, dessen Deckel der Windschutz ist. Flach gefaltet 9 cm, läuft mit einer nachfüllbaren Flasche. 4,6 kg.',
  ],
  'deck-cleat-200-mm-bronze': [
    'Klampe 200 mm, Bronze',
    'Gegossene Bronze mit hohlem Fuß, oben poliert und für vier Bolzen gebohrt. Hält Festmacher bis 16 mm. 720 g.',
  ],
  'pocket-compass-brass': [
    'Taschenkompass, Messing',
    'Flüssigkeitsgedämpfter Kompass in gedrehtem Messing mit Klappbügel. Teilung in Zweigradschritten; beruhigt sich in drei Sekunden. 135 g.',
  ],
  'cast-iron-pan-26-cm': [
    'Gusseisenpfanne 26 cm',
    'Mit Leinöl eingebrannt und innen glatt geschliffen, sodass Eier vom ersten Morgen an gleiten. Für Glut, Gas und Induktion. 2,1 kg.',
  ],
  'rope-and-cleat-set-steel': [
    'Leine mit Klampe, Stahl',
    'Eine Edelstahlklampe mit drei Metern Leine, für den Steg oder die Wand im Flur. Schrauben und Gegenplatte dabei. 890 g.',
  ],
  'bearing-compass-navy': [
    'Peilkompass, Marine',
    'Handpeilkompass mit stoßfestem Gummiring und leuchtender Rose. Peilen mit einer Hand, während die andere die Want hält. 210 g.',
  ],
  'nesting-pot-set-steel': [
    'Topfsatz, Stahl',
    'Zwei Töpfe und ein Deckel aus 0,5 mm Edelstahl, die sich um eine Gaskartusche stapeln. Innen Maßstriche, außen Klappgriffe. 720 g.',
  ],
  'd-shackle-10-mm-steel': [
    'D-Schäkel 10 mm, Stahl',
    'Aus 316er Edelstahl geschmiedet, mit unverlierbarem Bolzen, der nicht über Bord gehen kann. Arbeitslast 1,2 Tonnen, 140 g.',
  ],
  'ships-barometer-brass': [
    'Schiffsbarometer, Messing',
    'Aneroidbarometer mit 150-mm-Zifferblatt und einem Merkzeiger für die letzte Ablesung. Wird mit drei Schrauben ans Schott gesetzt. 1,2 kg.',
  ],
  'vacuum-flask-0-75-l-forest-and-cream': [
    'Thermosflasche 0,75 L, Waldgrün und Creme',
    'Doppelwandiger Stahl, der Tee durch die Nachtwache bis zum Frühstück heiß hält. Der Deckel ist ein Becher, und der Stopfen lässt sich zum Reinigen zerlegen. 420 g.',
  ],
  'snap-carabiner-pair-red-and-blue': [
    'Karabinerpaar, Rot und Blau',
    'Zwei Karabiner aus eloxiertem Aluminium mit Schraubverschluss, für Packsäcke, Hängematten und Gerät. Bis 20 kN, und so gekennzeichnet. Je 76 g.',
  ],
  'ships-clock-chrome': [
    'Schiffsuhr, Chrom',
    'Quarzwerk hinter geschliffenem Glas in verchromtem Messing, passend zum Barometer. Quer durch den Salon gut zu lesen. 1,1 kg.',
  ],
  'water-bottle-1-l-sky': [
    'Trinkflasche 1 L, Himmel',
    'Einwandiger Edelstahl, der am Feuer stehen darf, um Eis zu schmelzen. Weite Öffnung, Deckel an der Schnur, 210 g.',
  ],
  'wooden-block-ash': [
    'Holzblock, Esche',
    'Einscheibiger Block mit geölten Eschenwangen und Bronzelager, für Tauwerk von 10 bis 14 mm. Arbeitslast 500 kg. 410 g.',
  ],
  'marine-binoculars-7-x-50-ink-and-tan': [
    'Marinefernglas 7 × 50, Tinte und Hellbraun',
    'Siebenfache Optik mit weiter Austrittspupille für Dämmerung und schwankendes Deck. Stickstoffgefüllt, gummiarmiert und mit Halsriemen schwimmfähig. 880 g.',
  ],
  'moka-pot-three-cups': [
    'Espressokocher, drei Tassen',
    'Aluminiumguss mit einem Ventil, das sich mit einem Zahnstocher reinigen lässt. Drei kleine, starke Tassen auf jeder Flamme. 430 g.',
  ],
  'winch-handle-black-and-red': [
    'Winschkurbel, Schwarz und Rot',
    'Kurbel, 250 mm, mit kugelgelagertem Griff und Sperre im Kopf. Glasfaserverstärktes Nylon: Sie schwimmt und schont das Gelcoat. 390 g.',
  ],
  'handheld-vhf-charcoal': [
    'UKW-Handfunkgerät, Anthrazit',
    'UKW-Funkgerät mit 6 Watt, Zweikanalwache und einer Taste für Kanal 16, die man blind findet. Schwimmt und blinkt, wenn es fällt. 270 g.',
  ],
  'cutlery-set-steel-and-teal': [
    'Besteck, Stahl und Blaugrün',
    'Messer, Gabel und Löffel mit geformten Griffen, die sich mit einem Band zusammenklemmen. In voller Größe, denn Lagerbesteck ist das nie. 130 g.',
  ],
  'fender-white-and-navy': [
    'Fender, Weiß und Marine',
    'Gerippter PVC-Fender, 20 mal 62 cm, mit Augen an beiden Enden. Kommt aufgeblasen, zwei Meter Leine schon angespleißt. 1,3 kg.',
  ],
  'ships-bell-brass': [
    'Schiffsglocke, Messing',
    'Gegossene Messingglocke, 18 cm im Durchmesser, mit handgeknüpftem Glockenbändsel. Laut genug für Nebel, und praktisch, um die Crew zum Essen zu rufen. 2,6 kg.',
  ],
  'enamel-bowl-red-stripe': [
    'Emailleschale, roter Streifen',
    'Tiefe Schale für Fischsuppe oder Haferbrei, am Rand weit und am Fuß sicher. Doppelt getauchte Emaille auf Stahl, 240 g.',
  ],
  'inflatable-lifejacket-170-n-red': [
    'Automatikweste 170 N, Rot',
    'Automatische Rettungsweste mit eingebauter Gurtschlaufe, Schrittgurt und Kontrollfenster. Liegt am Hals flach an und wird deshalb auch getragen. 1,1 kg.',
  ],
  'stock-anchor-6-kg-galvanised': [
    'Stockanker 6 kg, verzinkt',
    'Klassischer Stockanker für Fels und Kraut, nach dem Schmieden feuerverzinkt. Der Stock klappt für den Kasten flach an den Schaft; für Boote bis sechs Meter.',
  ],
};
