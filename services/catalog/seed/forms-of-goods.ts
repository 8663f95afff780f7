import type { FormName } from './art/forms/index.ts';
import type { ColourName } from './art/palette.ts';

/** What goods of one drawn form are: where they stand, what of, and in what they come. */
export interface GoodsForm {
  readonly category: string;
  readonly material?: string;
  /** Further colours, beside those that the items have; absent where colour is no matter of choice. */
  readonly colours?: readonly (readonly [name: string, main: ColourName])[];
  readonly sizes?: readonly string[];
  /** Rope is sold by length, and priced by it. */
  readonly lengths?: readonly number[];
  readonly waterproof?: boolean;
}

const clothing = ['S', 'M', 'L', 'XL'];
const shoes = ['38', '40', '42', '44', '46'];

const byForm: Readonly<Record<FormName, GoodsForm>> = {
  jacket: {
    category: 'jackets',
    material: 'Laminate',
    sizes: clothing,
    waterproof: true,
    colours: [
      ['Petrol', 'petrol'],
      ['Graphite', 'graphite'],
    ],
  },
  smock: {
    category: 'smocks',
    material: 'Coated nylon',
    sizes: clothing,
    waterproof: true,
    colours: [['Cobalt', 'cobalt']],
  },
  dungarees: {
    category: 'trousers',
    material: 'Laminate',
    sizes: clothing,
    waterproof: true,
    colours: [['Graphite', 'graphite']],
  },
  trousers: {
    category: 'trousers',
    material: 'Stretch woven',
    sizes: clothing,
    colours: [['Khaki', 'khaki']],
  },
  gilet: {
    category: 'gilets',
    material: 'Polyester',
    sizes: clothing,
    colours: [['Navy', 'navy']],
  },
  souwester: { category: 'rain-hats', material: 'Coated cotton', sizes: ['S/M', 'L/XL'], waterproof: true },
  sweater: { category: 'sweaters', material: 'Wool', sizes: clothing, colours: [['Heather', 'heather']] },
  baseLayer: {
    category: 'base-layers',
    material: 'Merino wool',
    sizes: clothing,
    colours: [['Charcoal', 'charcoal']],
  },
  leggings: {
    category: 'base-layers',
    material: 'Merino wool',
    sizes: clothing,
    colours: [['Plum', 'plum']],
  },
  beanie: { category: 'hats', material: 'Wool', colours: [['Forest', 'forest']] },
  socks: {
    category: 'accessories',
    material: 'Wool',
    sizes: ['36–39', '40–43', '44–47'],
    colours: [['Rust', 'rust']],
  },
  scarf: { category: 'accessories', material: 'Wool', colours: [['Cobalt', 'cobalt']] },
  gloves: { category: 'accessories', material: 'Leather', sizes: ['S', 'M', 'L'] },
  boot: { category: 'boots', material: 'Rubber', sizes: shoes, waterproof: true, colours: [['Ink', 'ink']] },
  deckShoe: { category: 'shoes', material: 'Leather', sizes: shoes, colours: [] },
  sneaker: { category: 'shoes', material: 'Mesh', sizes: shoes, colours: [['Navy', 'navy']] },
  sandal: { category: 'sandals', material: 'Leather', sizes: shoes, colours: [['Sand', 'sand']] },
  clog: { category: 'sandals', material: 'Rubber', sizes: shoes, colours: [['Sky', 'sky']] },
  duffel: {
    category: 'duffels',
    material: 'Tarpaulin',
    waterproof: true,
    colours: [
      ['Petrol', 'petrol'],
      ['Black', 'black'],
    ],
  },
  dryBag: {
    category: 'dry-bags',
    material: 'Tarpaulin',
    waterproof: true,
    colours: [
      ['Orange', 'orange'],
      ['Sea Green', 'sea'],
    ],
  },
  rucksack: { category: 'packs', material: 'Nylon', colours: [['Mustard', 'mustard']] },
  rollTop: { category: 'packs', material: 'Tarpaulin', waterproof: true, colours: [['Moss', 'moss']] },
  tote: { category: 'totes', material: 'Canvas', colours: [['Oat', 'oat']] },
  pouch: { category: 'totes', material: 'Canvas', colours: [['Rust', 'rust']] },
  barrel: { category: 'dry-bags', material: 'Polyethylene', waterproof: true },
  ropeCoil: {
    category: 'ropes',
    material: 'Polyester',
    lengths: [10, 20, 50],
    colours: [['Forest', 'forest']],
  },
  ropeSpool: { category: 'ropes', material: 'Polypropylene', lengths: [25, 100] },
  anchor: { category: 'fittings', material: 'Steel' },
  block: { category: 'fittings', material: 'Wood' },
  carabiner: { category: 'fittings', material: 'Aluminium' },
  cleat: { category: 'fittings', material: 'Steel' },
  fender: { category: 'fittings', material: 'PVC' },
  lifejacket: { category: 'safety', material: 'Nylon', waterproof: true },
  shackle: { category: 'fittings', material: 'Steel' },
  winchHandle: { category: 'fittings', material: 'Aluminium' },
  knife: { category: 'knives', material: 'Steel' },
  bell: { category: 'instruments', material: 'Brass' },
  binoculars: { category: 'instruments', waterproof: true },
  compass: { category: 'instruments', material: 'Brass' },
  dial: { category: 'instruments', material: 'Brass' },
  radio: { category: 'instruments', waterproof: true },
  campLantern: { category: 'lamps', colours: [] },
  headlamp: { category: 'lamps', waterproof: true },
  hurricaneLamp: { category: 'lamps', material: 'Steel', colours: [] },
  torch: { category: 'lamps', waterproof: true },
  bowl: { category: 'tableware', material: 'Enamel' },
  cutlery: { category: 'tableware', material: 'Steel' },
  flask: { category: 'tableware', material: 'Steel' },
  mug: { category: 'tableware', material: 'Enamel' },
  kettle: { category: 'cookware', material: 'Enamel' },
  moka: { category: 'cookware', material: 'Aluminium' },
  pan: { category: 'cookware', material: 'Iron' },
  potSet: { category: 'cookware', material: 'Steel' },
  burner: { category: 'stoves', material: 'Steel' },
  stove: { category: 'stoves', material: 'Aluminium' },
  domeTent: { category: 'tents', material: 'Nylon', waterproof: true },
  tunnelTent: { category: 'tents', material: 'Nylon', waterproof: true },
  tarp: { category: 'tarps', material: 'Polyester', waterproof: true },
  hammock: { category: 'hammocks', material: 'Nylon' },
  sleepingBag: { category: 'sleeping', material: 'Nylon' },
  mat: { category: 'sleeping', material: 'Polyester' },
  pillow: { category: 'sleeping', material: 'Cotton' },
};

export const goodsForm = (form: FormName): GoodsForm => byForm[form];
