import { seedTypes, type TypeSlug } from './types.ts';

const below: Readonly<Record<TypeSlug, readonly (readonly [slug: string, name: string])[]>> = {
  'foul-weather': [
    ['jackets', 'Jackets'],
    ['smocks', 'Smocks & Anoraks'],
    ['trousers', 'Trousers & Dungarees'],
    ['gilets', 'Gilets'],
    ['rain-hats', 'Rain Hats'],
  ],
  knitwear: [
    ['sweaters', 'Sweaters & Cardigans'],
    ['base-layers', 'Base Layers'],
    ['hats', 'Hats'],
    ['accessories', 'Socks, Scarves & Gloves'],
  ],
  'deck-footwear': [
    ['boots', 'Boots'],
    ['shoes', 'Shoes'],
    ['sandals', 'Sandals & Clogs'],
  ],
  bags: [
    ['duffels', 'Duffels'],
    ['dry-bags', 'Dry Bags & Barrels'],
    ['packs', 'Packs'],
    ['totes', 'Totes & Pouches'],
  ],
  shelter: [
    ['tents', 'Tents'],
    ['tarps', 'Tarps & Awnings'],
    ['hammocks', 'Hammocks'],
    ['sleeping', 'Sleeping Bags & Mats'],
  ],
  'lamps-instruments': [
    ['lamps', 'Lamps'],
    ['instruments', 'Instruments'],
  ],
  'rope-hardware': [
    ['ropes', 'Ropes'],
    ['knives', 'Knives'],
    ['fittings', 'Deck Fittings'],
    ['safety', 'Safety'],
  ],
  'camp-kitchen': [
    ['cookware', 'Kettles & Pots'],
    ['stoves', 'Stoves'],
    ['tableware', 'Tableware & Bottles'],
  ],
};

/** The tree of the demo shop: the types, and what stands below each. Parents come before their children. */
export const seedCategories: readonly { slug: string; name: string; parent?: TypeSlug }[] = [
  ...seedTypes.map(({ slug, name }) => ({ slug, name })),
  ...seedTypes.flatMap(({ slug: parent }) => below[parent].map(([slug, name]) => ({ slug, name, parent }))),
];
