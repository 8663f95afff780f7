import type { GermanTexts } from './german-texts.ts';

/** Clothing and shoes of the demo shop, by slug. */
export const germanWorn: GermanTexts = {
  'offshore-jacket': [
    'Offshore-Jacke',
    'Dreilagiges Laminat mit 190 g/m², getapte Nähte und eine Kapuze, die über eine Mütze passt. Für nasse Wachen auf dem Vorschiff: Der Kragen schließt bis zu den Wangen, die Ärmel dichten mit inneren Gummimanschetten. 980 g in Größe M.',
  ],
  'fisherman-sweater': [
    'Fischerpullover',
    'Fünf Zöpfe aus ungewaschener Wolle, die noch einen Teil ihres Lanolins trägt, sodass leichter Regen abperlt. Wärmt auch feucht, Rollkragen, 920 g.',
  ],
  'sea-boots': [
    'Seestiefel',
    'Hohe Stiefel aus Naturkautschuk mit rasiermessergeschnittener Sohle, die auf nassem, geneigtem Deck hält. Neoprenfutter, 36 cm Schaft und weit genug, um sie abzuschütteln. 1,9 kg das Paar.',
  ],
  'coastal-jacket': [
    'Küstenjacke',
    'Zweilagige Jacke für Tagestörns und Morgen im Hafen. Mit Fleece gefütterte Taschen, einrollbare Kapuze und ein Zweiwegereißverschluss, der sich von unten öffnet, wenn man an der Pinne sitzt. 760 g.',
  ],
  'breton-sweater': [
    'Bretonischer Pullover',
    'Der gestreifte Hafenpullover in feinem Merino, eng genug, um ihn unter der Jacke zu tragen. Bei dreißig Grad waschbar, 330 g.',
  ],
  'deck-boots': [
    'Deckstiefel',
    'Knöchelhohe Gummistiefel zum Abspritzen, Muschelsuchen und für verregnete Märkte. Schlaufe an der Ferse und herausnehmbare Korksohle. 1,1 kg das Paar.',
  ],
  'spray-smock': [
    'Spritzsmock',
    'Schlupfsmock aus beschichtetem Nylon mit Neopren an Hals und Handgelenken. Kein Reißverschluss, der leckt, eine große Tasche, und mit 420 g leicht genug, die ganze Saison in der Backskiste zu liegen.',
  ],
  'yoke-sweater': [
    'Passenpullover',
    'Rund gestrickt aus dreifädiger Lammwolle, mit gemusterter Passe und ohne Schulternähte, die unter Tragriemen scheuern. Bund und Ärmel gerippt, 680 g.',
  ],
  'leather-deck-shoe': [
    'Bordschuh aus Leder',
    'Von Hand genähtes Ölleder mit einem Riemen, der um die Ferse läuft, wie es sich gehört. Die weiße Sohle ist lamelliert und zeichnet Teak nicht. 760 g das Paar.',
  ],
  'dinghy-smock': [
    'Jollensmock',
    'Kurzer Smock für Jollen und kleine Kielboote, mit verstellbarem Bund, der beim Ausreiten die Gischt draußen hält. Ripstop-Polyester mit getapten Schultern, 360 g.',
  ],
  'watch-sweater': [
    'Wachpullover',
    'Ganz in Rippe gestrickt, mit kurzem Reißverschluss: dehnt sich über das Unterzeug und federt zurück. Wolle und Nylon, die Gurtschnallen überstehen. 610 g.',
  ],
  'hooded-anorak': [
    'Kapuzenanorak',
    'Dichte gewachste Baumwolle, die Niesel abweist und Funken vom Lagerfeuer nicht fürchtet. In die Känguru-Tasche passt ein Kartenblatt flach, und seitliche Reißverschlüsse lassen beim Aufstieg Luft herein. 890 g.',
  ],
  'elbow-patch-sweater': [
    'Pullover mit Ellbogenflicken',
    'Zweifädiges Garn nach Shetlandart mit Lederflicken, wo Kartentische Löcher scheuern. Der Halsausschnitt sitzt so hoch, dass man den Schal sparen kann. 590 g.',
  ],
  'canvas-deck-shoe': [
    'Bordschuh aus Segeltuch',
    'Gewaschenes Baumwolltuch auf biegsamer Gummisohle, für den Sommer und bloße Knöchel. Kommt in die Waschmaschine und weicher wieder heraus. 590 g das Paar.',
  ],
  'offshore-bib-trousers': [
    'Offshore-Latzhose',
    'Hoch geschnittene Latzhose aus dreilagigem Laminat, an Gesäß und Knien doppelt. Elastische Träger, Zweiwegereißverschluss vorn und Zwickel am Knöchel, weit genug für Seestiefel. 870 g.',
  ],
  'harbour-cardigan': [
    'Hafenstrickjacke',
    'Schwere Strickjacke aus Tweedgarn mit sechs Knöpfen in Hornoptik und tiefen Manschetten zum Umschlagen. Für das Cockpit vor Anker und das Sofa danach. 780 g.',
  ],
  'regatta-sneaker': [
    'Regattaschuh',
    'Läuft durch das Netzgewebe und durch Öffnungen in der Zwischensohle nach wenigen Schritten leer. Griffiger Gummi unter dem Ballen zum Ausreiten. 620 g das Paar.',
  ],
  'fisher-dungarees': [
    'Fischerlatzhose',
    'Schwere Baumwolle mit PVC-Beschichtung und verschweißten Nähten, wie man sie an Fischerkais trägt. Mit nassem Schwamm abzuwischen und bis minus zehn Grad geschmeidig. 1,2 kg.',
  ],
  'merino-base-layer': [
    'Merino-Unterhemd',
    'Merino mit 190 g/m², flachen Nähten und kurzem Reißverschluss. Bleibt an Bord mehrere Tage frisch und trocknet über Nacht an der Leine. 240 g.',
  ],
  'trail-shoe': [
    'Pfadschuh',
    'Niedriger Wanderschuh mit 4-mm-Stollen und Schutzplatte, für Küstenwege, die mehr Fels als Weg sind. Recyceltes Netzgewebe, 680 g das Paar.',
  ],
  'deck-trousers': [
    'Deckshose',
    'In vier Richtungen dehnbare Hose, außen schnell trocknend, mit verstärktem Gesäß. Trocknet in etwa einer Stunde Brise am Leib und sieht ordentlich genug aus für die Hafenmeisterei. 410 g.',
  ],
  'merino-crew': [
    'Merino-Rundhals',
    'Merino mit 150 g/m² für Frühjahr und harte Arbeit, mit Raglanärmeln, damit keine Naht unter dem Gurt liegt. Hinten länger, 190 g.',
  ],
  'hiking-boot': [
    'Wanderstiefel',
    'Knöchelhohes Vollleder mit genähtem, neu besohlbarem Rahmen. Steif genug für volles Gepäck und nach drei Wanderungen eingelaufen. 1,3 kg das Paar.',
  ],
  'quilted-gilet': [
    'Steppweste',
    'Füllung aus recyceltem Polyester in 40-mm-Kammern hinter winddichtem Stoff. Wärmt unter einer Schale den Rumpf und lässt die Arme zum Kurbeln frei. 310 g.',
  ],
  'merino-leggings': [
    'Merino-Leggings',
    'Eng anliegend unter wasserdichten Hosen, mit weichem Bund und einem Zwickel, der sich nicht verdreht. Merino mit 190 g/m², 200 g.',
  ],
  'rubber-ankle-boot': [
    'Gummistiefelette',
    'Kurzer Stiefel für Tau, Matsch und Slipanlagen, mit Baumwollfutter, das schnell trocknet. Naturkautschuk, 940 g das Paar.',
  ],
  'windproof-gilet': [
    'Winddichte Weste',
    'Dünne gewebte Weste, die der Brise von achtern den Biss nimmt. Passt, groß wie ein Apfel, in ihre eigene Brusttasche und wiegt 140 g.',
  ],
  'cuffed-beanie': [
    'Umschlagmütze',
    'Doppelt gestricktes Merino mit breitem Umschlag, der über die Ohren reicht. Sitzt eng unter der Kapuze und wiegt 85 g.',
  ],
  'strap-sandal': [
    'Riemensandale',
    'Drei Klettriemen über einem geformten Fußbett, das nass nicht glatt wird. Zum Anlanden mit dem Beiboot und zum Weitergehen. 520 g das Paar.',
  ],
  'souwester-harbour-yellow': [
    'Südwester, Hafengelb',
    'Die lange Krempe hinten leitet den Regen über den Kragen statt hinein. Beschichtete Baumwolle mit Flanellfutter, Ohrenklappen und Kinnband; 180 g.',
  ],
  'bobble-hat': [
    'Bommelmütze',
    'Gestreifte Mütze aus Lammwolle mit handgebundenem Bommel und einem Fleeceband im Umschlag. Für kalte Molen und langes Warten auf die Fähre. 110 g.',
  ],
  'leather-sandal': [
    'Ledersandale',
    'Pflanzlich gegerbte Riemen und ein Korkfußbett mit Veloursleder. Neu besohlbar, und im dritten Sommer schöner als im ersten. 560 g das Paar.',
  ],
  'storm-jacket': [
    'Sturmjacke',
    'Atmungsaktive dreilagige Schale für Wintergrate und späte Überfahrten. Kapuze für den Helm, Reißverschlüsse unter den Armen und Reflexband an beiden Unterarmen. 690 g in Größe M.',
  ],
  'boot-socks': [
    'Stiefelsocken',
    'Wollsocken mit Frotteeschlingen, die über den Seestiefel hinausreichen. Ferse und Spitze mit Nylon verstärkt, und ein Bund, der hält, ohne zu kneifen. 120 g das Paar.',
  ],
  'deck-clog': [
    'Bordclog',
    'Geschlossenporiger Schaum, der schwimmt, mit Ablauflöchern und einem Fersenriemen, der nach vorn klappt. Der Schuh für die Dusche und den kurzen Landgang. 310 g das Paar.',
  ],
  'inshore-jacket': [
    'Uferjacke',
    'Schlichte zweilagige Jacke mit Stehkragen und ohne Kapuze, für den Weg zur Arbeit so gut wie zum Segeln. Das aufgeraute Futter fühlt sich an bloßen Armen trocken an. 540 g.',
  ],
  'wool-scarf': [
    'Wollschal',
    'Schal aus Lammwolle, 180 cm, mit gestreiften Fransenenden. Breit genug für Kinn und Brust, wenn der Wind auf Nord dreht. 220 g.',
  ],
  'deck-gloves-navy-and-leather': [
    'Deckshandschuhe, Marine und Leder',
    'Gestrickte Wollhandschuhe mit Lederhandfläche zum Holen kalter Fallen. Der lange gerippte Bund passt unter den Jackenärmel; 130 g das Paar.',
  ],
};
