export const seedTypes = [
  {
    slug: 'foul-weather',
    name: 'Foul-Weather Gear',
    description: 'Jackets, smocks and bib trousers for spray, squalls and the long way home.',
  },
  {
    slug: 'knitwear',
    name: 'Knitwear & Base Layers',
    description: 'Wool for next to the skin, over the shirt and around the neck.',
  },
  {
    slug: 'deck-footwear',
    name: 'Deck Footwear',
    description: 'Boots and shoes that grip wet teak and manage the coast path too.',
  },
  {
    slug: 'bags',
    name: 'Bags & Dry Bags',
    description: 'Luggage without frames or wheels, from wash bag to watertight barrel.',
  },
  {
    slug: 'shelter',
    name: 'Tents & Shelter',
    description: 'Tents, tarps and hammocks, and everything for a good night inside them.',
  },
  {
    slug: 'lamps-instruments',
    name: 'Lamps & Instruments',
    description: 'Light for the cockpit and the camp, and instruments to find the way between them.',
  },
  {
    slug: 'rope-hardware',
    name: 'Rope & Deck Hardware',
    description: 'Lines, knives, cleats and blocks: the parts that hold a boat together.',
  },
  {
    slug: 'camp-kitchen',
    name: 'Camp Kitchen',
    description: 'Kettles, stoves and enamel for cooking at anchor or by the fire.',
  },
] as const;

export type TypeSlug = (typeof seedTypes)[number]['slug'];
