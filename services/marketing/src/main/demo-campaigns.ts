import type { Campaign } from '../domain/campaign.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Two that run for half a year around the day of the seed. */
export const demoCampaigns = (seededAt: Date): readonly Campaign[] => {
  const day = new Date(Math.floor(seededAt.getTime() / dayMs) * dayMs);
  const from = (days: number): Date => new Date(day.getTime() + days * dayMs);
  return [
    {
      id: '01971f00-0000-7000-8000-0000000000c1',
      name: 'Equinox gales',
      headline: 'The barometer is falling. 15% off everything that keeps it out.',
      body: 'Jackets, smocks and bib trousers from the foul-weather shelf, taped, tested and ready before the first southwesterly. The discount is taken off in your basket.',
      names: { de: 'Herbststürme' },
      headlines: { de: 'Das Barometer fällt. 15 % Rabatt auf alles, was draußen hält.' },
      bodies: {
        de: 'Jacken, Smocks und Latzhosen aus dem Schlechtwetterregal, verschweißt, geprüft und bereit vor dem ersten Südwest. Der Rabatt wird im Warenkorb abgezogen.',
      },
      discountPercent: 15,
      typeSlug: 'foul-weather',
      startsAt: from(-3),
      endsAt: from(180),
      version: 1,
    },
    {
      id: '01971f00-0000-7000-8000-0000000000c2',
      name: 'The mending bench',
      headline: 'Bring it back torn, take it home whole.',
      body: 'Zips, seams, eyelets and soles: whatever we sold you, our sailmaker mends at the price of the thread. Hand it in on the quay or send it with your next return.',
      names: { de: 'Die Flickbank' },
      headlines: { de: 'Zerrissen bringen, heil mitnehmen.' },
      bodies: {
        de: 'Reißverschlüsse, Nähte, Ösen und Sohlen: Was Sie bei uns gekauft haben, flickt unser Segelmacher zum Preis des Garns. Geben Sie es am Kai ab, oder legen Sie es Ihrer nächsten Rücksendung bei.',
      },
      discountPercent: 0,
      startsAt: from(-30),
      endsAt: from(330),
      version: 1,
    },
  ];
};
