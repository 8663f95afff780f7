import { germanCarried } from './german/carried.ts';
import { germanTerms } from './german/terms.ts';
import { germanUsed } from './german/used.ts';
import { germanWorn } from './german/worn.ts';
import { goodsForm } from './forms-of-goods.ts';
import { seedItems } from './items.ts';
import type { SeedItem } from './seed-item.ts';
import type { SeedPicture, SeedProduct, SeedVariant } from './seed-product.ts';

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f']/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Items of one name that differ in what stands behind its last comma are colours of one product. */
const nameAndColour = (name: string): [name: string, colour: string] => {
  const comma = name.lastIndexOf(', ');
  return [name.slice(0, comma), name.slice(comma + 2)];
};

const comesInColours = (item: SeedItem): boolean =>
  goodsForm(item.art.form).colours !== undefined && item.name.includes(', ');

interface Colour {
  readonly name: string;
  readonly item: SeedItem;
  readonly itemId: number;
  readonly picture: Omit<SeedPicture, 'german'>;
  /** Drawn for the product, not an item of its own. */
  readonly isFurther: boolean;
}

interface Goods {
  readonly name: string;
  readonly inColours: boolean;
  readonly colours: Colour[];
}

const groupItems = (): Goods[] => {
  const goods = new Map<string, Goods>();
  for (const [index, item] of seedItems.entries()) {
    const inColours = comesInColours(item);
    const [name, colour] = inColours ? nameAndColour(item.name) : [item.name, ''];
    const known = goods.get(name) ?? { name, inColours, colours: [] };
    known.colours.push({
      name: colour,
      item,
      itemId: index + 1,
      picture: { file: item.slug, alt: item.name, art: item.art },
      isFurther: false,
    });
    goods.set(name, known);
  }
  return [...goods.values()];
};

const withFurtherColours = ({ name, inColours, colours }: Goods): Colour[] => {
  const [first] = colours;
  if (!first || !inColours) return colours;
  const further = (goodsForm(first.item.art.form).colours ?? []).filter(
    ([, main]) => !colours.some(({ item }) => item.art.main === main),
  );
  return [
    ...colours,
    ...further.map(([colour, main]) => ({
      ...first,
      name: colour,
      isFurther: true,
      picture: {
        file: `${slugOf(name)}-${slugOf(colour)}`,
        alt: `${name}, ${colour}`,
        art: { ...first.item.art, main },
      },
    })),
  ];
};

/** The same figure for the same goods every time, spread evenly. */
const figure = (seed: string, below: number): number => {
  let hash = 7;
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % below;
};

/** Of an item's own combination the stock is the item's; of the others some are gone and none is ten. */
const stockOf = (sku: string): number => {
  const count = figure(sku, 29);
  return count < 3 ? 0 : count === 10 ? 11 : count;
};

const weightOf = (description: string): number | undefined => {
  const found = /(\d+(?:\.\d+)?) (g|kg)\b(?!\/)/.exec(description);
  return found ? Math.round(Number(found[1]) * (found[2] === 'kg' ? 1000 : 1)) : undefined;
};

const sleepers = ['Solo', 'Two-Person', 'Three-Person', 'Four-Person'];

const attributesOf = (name: string, { art, description }: SeedItem) => {
  const { material, waterproof } = goodsForm(art.form);
  const volume = /(\d+(?:\.\d+)?) L\b/.exec(name)?.[1];
  const diameter = /(\d+) mm/.exec(name)?.[1];
  const sleeps = sleepers.findIndex((word) => name.startsWith(word)) + 1;
  const weight = weightOf(description);
  return {
    ...(material && { material }),
    ...(waterproof !== undefined && { waterproof }),
    ...(volume && { volume: Number(volume) }),
    ...(diameter && { diameter: Number(diameter) }),
    ...(sleeps > 0 && { sleeps }),
    ...(weight && { weight }),
  };
};

/** Every ninth product costs less than it did. */
const comparedWith = (price: number, at: number): { compareAt?: number } =>
  at % 9 === 4 ? { compareAt: Math.ceil((price * 1.2) / 500) * 500 } : {};

let lastId = seedItems.length;

const variantsOf = (colours: readonly Colour[], at: number): SeedVariant[] =>
  colours.flatMap(({ name, item, itemId, isFurther }, pictureAt): SeedVariant[] => {
    const { sizes, lengths } = goodsForm(item.art.form);
    const steps: readonly { value?: string; times: number }[] = lengths?.map((metres) => ({
      value: `${metres} m`,
      times: metres / (lengths[0] ?? metres),
    })) ??
      sizes?.map((value) => ({ value, times: 1 })) ?? [{ times: 1 }];
    const weight = weightOf(item.description);
    // The item itself is of the middle size; of rope, the shortest.
    const own = lengths ? 0 : Math.floor((steps.length - 1) / 2);
    return steps.map(({ value, times }, step): SeedVariant => {
      const isItem = step === own && !isFurther;
      const price = Math.round((item.price * times * (times > 1 ? 0.9 : 1)) / 100) * 100;
      const sku = [
        item.sku,
        ...(isFurther ? [slugOf(name).toUpperCase()] : []),
        ...(isItem ? [] : [step + 1]),
      ].join('-');
      return {
        id: isItem ? itemId : (lastId += 1),
        sku,
        optionValues: [...(name ? [name] : []), ...(value ? [value] : [])],
        price: times === 1 ? item.price : price,
        ...comparedWith(times === 1 ? item.price : price, at),
        stock: isItem ? item.stock : stockOf(sku),
        ...(weight && { weightGrams: weight * times }),
        pictureAt,
      };
    });
  });

const optionsOf = (variants: readonly SeedVariant[], names: readonly string[]) =>
  names.map((name, at) => ({
    name,
    values: [...new Set(variants.map(({ optionValues }) => optionValues[at] as string))],
  }));

const germanTexts = { ...germanWorn, ...germanCarried, ...germanUsed };

const germanOf = (slug: string): SeedProduct['german'] => {
  const found = germanTexts[slug];
  if (!found) throw new Error(`The demo shop has no German words for ${slug}`);
  const [name, description] = found;
  return { name, description };
};

/** What a picture of a colour shows, in German. */
const shownInGerman = (product: string, { name }: Colour): string =>
  name === '' ? product : `${product}, ${(germanTerms as Readonly<Record<string, string>>)[name] ?? name}`;

const picturesOf = (colours: readonly Colour[], product: string): SeedPicture[] => {
  const shown = colours.map((colour) => ({ ...colour.picture, german: shownInGerman(product, colour) }));
  const [first] = shown;
  return [
    ...shown,
    ...(first
      ? [
          {
            file: `${first.file}-close-up`,
            alt: `${first.alt}, from close by`,
            german: `${first.german}, aus der Nähe`,
            art: { ...first.art, isCloseUp: true },
          },
        ]
      : []),
  ];
};

/**
 * The products of the demo shop: its items, put together where they are colours of one thing, with further colours,
 * sizes and lengths where such goods have them. An item keeps its id, so those of a first release keep their stock.
 */
export const seedProducts: readonly SeedProduct[] = groupItems().map((goods, at): SeedProduct => {
  const colours = withFurtherColours(goods);
  const [first] = colours as [Colour, ...Colour[]];
  const { category, sizes, lengths } = goodsForm(first.item.art.form);
  const variants = variantsOf(colours, at);
  const slug = goods.inColours ? slugOf(goods.name) : first.item.slug;
  const german = germanOf(slug);
  const names = [...(goods.inColours ? ['Colour'] : []), ...(lengths ? ['Length'] : sizes ? ['Size'] : [])];
  return {
    slug,
    oldSlugs: colours
      .filter(({ isFurther, item }) => !isFurther && item.slug !== slug)
      .map(({ item }) => item.slug),
    name: goods.name,
    description: first.item.description,
    german,
    brand: first.item.brand,
    category,
    tags: [],
    attributes: attributesOf(goods.name, first.item),
    options: optionsOf(variants, names),
    pictures: picturesOf(colours, german.name),
    variants,
  };
});
