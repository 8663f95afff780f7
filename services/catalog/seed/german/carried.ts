import type { GermanTexts } from './german-texts.ts';

/** Bags, tents and what is slept in, by slug. */
export const germanCarried: GermanTexts = {
  'expedition-duffel-60-l': [
    'Expeditionstasche 60 L',
    'Verschweißter Planenstoff mit D-förmigem Deckel und Gurtband, das auch Schulterriemen ist. Gischt und Gepäckbänder lassen sie gleichermaßen kalt. 1,4 kg.',
  ],
  'two-person-dome-tent-moss': [
    'Kuppelzelt für zwei, Moos',
    'Zwei Aluminiumgestänge, zwei Eingänge und ein Außenzelt, das zuerst steht, sodass das Innere im Regen trocken bleibt. 3.000 mm Wassersäule, verpackt 2,4 kg.',
  ],
  'weekend-duffel-40-l': [
    'Wochenendtasche 40 L',
    'Gewachstes Segeltuch mit Ledergriffen und stiefelfestem Boden. Zwei Nächte, ein Paar Schuhe und ein Buch passen hinein, ohne den Reißverschluss zu zwingen. 1,2 kg.',
  ],
  'three-person-dome-tent-sunset-orange': [
    'Kuppelzelt für drei, Abendorange',
    'Eine geräumigere Kuppel mit 120 cm Höhe und einem Vorzelt für das Gepäck von dreien. Das Gestänge ist farbig gekennzeichnet, und einer baut es in acht Minuten auf. 3,1 kg.',
  ],
  'crew-bag-80-l': [
    'Crewtasche 80 L',
    'Weiche Tasche ohne Rahmen und Räder, denn an Bord muss sie sich wegfalten lassen. Recyceltes Polyester mit 600 Denier, weite Öffnung und gefüttertes Schuhfach. 1,1 kg.',
  ],
  'solo-tent-slate': [
    'Einpersonenzelt, Schiefer',
    'Frei stehendes Obdach für einen, 1,1 kg, aus Ripstop mit 15 Denier. Lang genug für zwei Meter Schläfer und niedrig genug für einen windigen Pass.',
  ],
  'dry-bag-10-l': [
    'Packsack 10 L',
    'Dreimal rollen, zuklicken, und er schwimmt. Verschweißter Planenstoff mit 500 Denier für Telefon, Pullover und Papiere. 280 g.',
  ],
  'four-person-tunnel-tent-petrol': [
    'Tunnelzelt für vier, Petrol',
    'Drei Bögen, ein Vorzelt, in dem man kochen kann, und Fenster nach Lee. Polyester mit 4.000 mm, eher für eine Woche als für eine Nacht. 6,8 kg.',
  ],
  'dry-bag-20-l': [
    'Packsack 20 L',
    'Der mittlere, mit einem durchsichtigen Streifen, damit man die Socken findet, ohne alles auszuleeren. Verschweißte Nähte, 390 g.',
  ],
  'two-person-tunnel-tent-red': [
    'Tunnelzelt für zwei, Rot',
    'Sturmfester Tunnel mit zwölf Abspannpunkten und Schneelappen. Das Gestänge wird von einer Seite eingeschoben, sodass die Handschuhe anbleiben. 2,9 kg.',
  ],
  'dry-bag-35-l': [
    'Packsack 35 L',
    'Fasst Schlafsack und Wechselkleidung und hält beides auf dem Boden eines offenen Boots trocken. Abnehmbarer Schulterriemen, 560 g.',
  ],
  'tarp-3-x-3-m-terracotta': [
    'Plane 3 × 3 m, Terrakotta',
    'Ripstop mit Silikonbeschichtung, sechzehn Schlaufen und verriegelten Ecken. Verpackt so groß wie eine Literflasche, 540 g ohne Stangen.',
  ],
  'rucksack-28-l': [
    'Rucksack 28 L',
    'Gewachste Baumwolle mit lederbesetztem Deckel und zwei Schnallen, die auch mit Handschuhen gehen. Gepolsterter Rücken und ein Fach für ein 14-Zoll-Notebook. 1,3 kg.',
  ],
  'cockpit-awning-white-and-navy': [
    'Cockpit-Sonnensegel, Weiß und Marine',
    'Acryltuch, das vor Anker dem Cockpit Schatten gibt und einen Schauer abhält. Messingösen rundum, Bändsel dabei. 1,9 kg.',
  ],
  'daypack-18-l': [
    'Daypack 18 L',
    'Leicht, mit weiter Öffnung, Gummizug für die nasse Jacke und zwei Flaschenfächern. Ripstop mit 210 Denier, 480 g.',
  ],
  'travel-hammock-coral-stripe': [
    'Reisehängematte, Koralle gestreift',
    'Hängematte aus Fallschirmnylon mit baumschonenden Gurten und ohne Knoten, die man lernen müsste. Trägt 180 kg und wird so klein wie eine Grapefruit. 610 g.',
  ],
  'touring-pack-45-l': [
    'Tourenrucksack 45 L',
    'Aluminiumstrebe, breiter Hüftgurt und hohe Seitentaschen für Zeltstangen. Trägt klaglos 15 kg und wiegt selbst 1,6 kg.',
  ],
  'mosquito-net-hammock-forest': [
    'Hängematte mit Mückennetz, Waldgrün',
    'Doppellagige Hängematte mit Netz zum Zuziehen und einer Firstleine für die Lampe. In die zweite Lage passt eine Matte. 920 g.',
  ],
  'roll-top-pack-25-l': [
    'Rollrucksack 25 L',
    'Wasserdicht und für jeden Tag, mit Rollverschluss und aufgehängtem Notebookfach. Die Vordertasche ist spritzfest, das Hauptfach tauchfest. 890 g.',
  ],
  'down-sleeping-bag-navy': [
    'Daunenschlafsack, Marine',
    'Entendaune mit 650 Bauschkraft in Mumienform, behaglich bis minus vier Grad. Der Wärmekragen schließt mit einer Hand. 1,05 kg.',
  ],
  'canvas-tote': [
    'Segeltuchtasche',
    'Schweres Baumwolltuch mit doppeltem Boden und Griffen aus Zaumleder. Steht am Kai von selbst, während man sie füllt. 640 g.',
  ],
  'synthetic-sleeping-bag-olive': [
    'Kunstfaserschlafsack, Oliv',
    'Hohlfaser, die in einer feuchten Koje weiter wärmt und in die Waschmaschine darf. Behaglich bis plus drei Grad, 1,4 kg.',
  ],
  'chart-bag': [
    'Kartentasche',
    'Flache Tasche mit Reißverschluss für eine gefaltete Seekarte, Zirkel und Notizbuch, mit Riemen zum Tragen über dem Smock. Gewachstes Segeltuch, 350 g.',
  ],
  'sleeping-mat-teal': [
    'Isomatte, Blaugrün',
    'Selbstaufblasende Matte, 4 cm dick, mit Schaumkern. Zwei Riemen, ein Flicken und ein R-Wert von 3,2. 780 g.',
  ],
  'wash-bag': [
    'Kulturbeutel',
    'Außen Segeltuch, innen abwischbar, und eine Schlaufe für den Haken im engen Waschraum. 160 g.',
  ],
  'berth-pillow-blue-check': [
    'Kojenkissen, blau kariert',
    'Zusammendrückbares Kissen mit aufgerautem Baumwollbezug, der sich zum Waschen abnehmen lässt. Innen Schaumflocken, sodass es bleibt, wo man es hinschiebt. 260 g.',
  ],
  'watertight-barrel-30-l-blue': [
    'Wasserdichte Tonne 30 L, Blau',
    'Kanutonne aus lebensmittelechtem Polyethylen mit verzinktem Spannring. Hält Brot trocken und Bären draußen, und dient im Lager als Hocker. 2,3 kg.',
  ],
};
