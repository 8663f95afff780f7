import { scattered } from '@quayside/contracts';
import type { NewProduct, NewVariant } from '../src/store/new-catalog.ts';

/** What a demo product lends to those made after it. */
export interface Template {
  readonly name: string;
  readonly description: string;
  readonly categoryId: number;
  readonly attributes: NewProduct['attributes'];
  readonly options: NewProduct['options'];
  readonly media: NewProduct['media'];
  readonly variants: readonly Pick<NewVariant, 'optionValues' | 'prices' | 'mediaAt'>[];
}

const lines = [
  'Skerry',
  'Fairway',
  'Leeward',
  'Windward',
  'Harbour',
  'Lagoon',
  'Sound',
  'Strait',
  'Cape',
  'Delta',
];
const seasons = ['Spring', 'Summer', 'Autumn', 'Winter', 'All-Year'];
const packs: readonly (readonly [name: string, times: number])[] = [
  ['Single', 1],
  ['Pair', 1.9],
  ['Set of four', 3.6],
];

const variantsEach = 3;

/** Three combinations of the template, others for the next product made after it; or three sizes of pack. */
const shapeOf = ({ options, variants }: Template, turn: number) => {
  if (variants.length >= variantsEach) {
    return {
      options,
      variants: Array.from(
        { length: variantsEach },
        (_, at) => variants[(turn + at) % variants.length],
      ).flatMap((variant) => (variant ? [variant] : [])),
    };
  }
  const [only] = variants;
  if (!only) throw new Error('a template has a variant at least');
  return {
    options: [{ name: 'Pack', values: packs.map(([name]) => name) }],
    variants: packs.map(([name, times]) => ({
      ...only,
      optionValues: [name],
      prices: only.prices.map(({ currency, amount }) => ({ currency, amount: Math.round(amount * times) })),
    })),
  };
};

/**
 * The product of a number, made after one of the templates: another name, brand, price and stock, three variants.
 * Numbers begin at 1; ids of products and variants are given where they begin.
 */
export const manyProduct = (
  number: number,
  {
    templates,
    brandIds,
    firstId,
    firstItemId,
  }: {
    templates: readonly Template[];
    brandIds: readonly number[];
    firstId: number;
    firstItemId: number;
  },
): NewProduct => {
  const template = templates[number % templates.length] as Template;
  const turn = Math.floor(number / templates.length);
  const line = lines[scattered(number, lines.length)];
  const season = seasons[scattered(number + 7, seasons.length)];
  const { options, variants } = shapeOf(template, turn);
  const times = 0.6 + scattered(number + 13, 100) / 100;
  const code = String(number).padStart(6, '0');
  return {
    id: firstId + number - 1,
    slug: `${line}-${season}-${code}`.toLowerCase(),
    oldSlugs: [],
    name: `${line} ${template.name} ${turn + 1}`,
    description: template.description,
    brandId: brandIds[scattered(number + 3, brandIds.length)] as number,
    categoryId: template.categoryId,
    tags: [String(season), String(line)],
    attributes: template.attributes,
    options,
    status: 'active',
    media: template.media,
    variants: variants.map((variant, at): NewVariant => ({
      id: firstItemId + (number - 1) * variantsEach + at,
      sku: `QS-MNY-${code}-${at + 1}`,
      optionValues: variant.optionValues,
      prices: variant.prices.map(({ currency, amount }) => ({
        currency,
        amount: Math.max(100, Math.round((amount * times) / 100) * 100),
      })),
      initialStock: scattered(number * variantsEach + at, 40),
      mediaAt: variant.mediaAt,
    })),
  };
};
