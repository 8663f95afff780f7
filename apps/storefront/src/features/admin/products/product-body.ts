import type { AttributeDefinition, ProductUpdate } from '@quayside/contracts';
import { parseMoney } from '../../../ui/money.ts';
import type { FormValues } from '../form/form-values.ts';
import { cellOf, optionsIn, optionValuesIn, picturesIn, rowsIn } from './product-values.ts';

interface Setting {
  readonly currencies: readonly string[];
  readonly attributes: readonly AttributeDefinition[];
}

type Variants = NonNullable<ProductUpdate['variants']>;

const orNull = (text: string | undefined): string | null => {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
};

const variantOf = (values: FormValues, row: string, currencies: readonly string[]): Variants[number] => {
  const cell = (column: string): string => values[cellOf(row, column)] ?? '';
  const weight = orNull(cell('weight'));
  const media = orNull(cell('media'));
  return {
    ...(/^\d+$/.test(row) && { itemId: Number(row) }),
    sku: cell('sku').trim(),
    barcode: orNull(cell('barcode')),
    optionValues: optionValuesIn(values, row),
    prices: currencies.flatMap((currency) => {
      const price = parseMoney(cell(`price.${currency}`), currency);
      if (!price) return [];
      return [{ ...price, compareAt: parseMoney(cell(`before.${currency}`), currency)?.amount ?? null }];
    }),
    weightGrams: weight === null ? null : Number(weight),
    mediaId: media === null ? null : Number(media),
    active: cell('active') === 'true',
  };
};

const germanOf = (values: FormValues): NonNullable<ProductUpdate['texts']> => {
  const field = (name: string): string | null => orNull(values[`de.${name}`]);
  const [name, description, seoTitle, seoDescription] = [
    field('name'),
    field('description'),
    field('seoTitle'),
    field('seoDescription'),
  ];
  if ([name, description, seoTitle, seoDescription].every((text) => text === null)) return { de: null };
  return {
    de: { name: name ?? '', description: description ?? '', seoTitle, seoDescription, slug: field('slug') },
  };
};

const attributesOf = (values: FormValues, attributes: readonly AttributeDefinition[]) =>
  Object.fromEntries(
    attributes.flatMap(({ code, type }) => {
      const text = orNull(values[`attr.${code}`]);
      if (text === null) return [];
      return [
        [code, type === 'number' ? Number(text) : type === 'boolean' ? text === 'true' : text] as const,
      ];
    }),
  );

/** What the service is sent of the fields that were changed; lists go as a whole. */
export const productBody = (
  values: FormValues,
  changed: readonly string[],
  { currencies, attributes }: Setting,
): ProductUpdate => {
  const has = (...names: string[]): boolean => names.some((name) => changed.includes(name));
  const hasBelow = (prefix: string): boolean => changed.some((name) => name.startsWith(prefix));
  const field = (name: string): string => (values[name] ?? '').trim();
  return {
    ...(has('name') && { name: field('name') }),
    ...(has('description') && { description: field('description') }),
    ...(has('seoTitle') && { seoTitle: orNull(values['seoTitle']) }),
    ...(has('seoDescription') && { seoDescription: orNull(values['seoDescription']) }),
    ...(hasBelow('de.') && { texts: germanOf(values) }),
    ...(has('slug') && { slug: field('slug') }),
    ...(has('brandId') && { brandId: Number(values['brandId']) }),
    ...(has('categoryId') && { categoryId: Number(values['categoryId']) }),
    ...(has('tags') && {
      tags: [
        ...new Set(
          field('tags')
            .split(',')
            .map((tag) => tag.trim()),
        ),
      ].filter((tag) => tag !== ''),
    }),
    ...(hasBelow('attr.') && { attributes: attributesOf(values, attributes) }),
    ...((has('options', 'rows') || hasBelow('v.')) && {
      options: optionsIn(values).map(({ name, values: all }) => ({ name, values: [...all] })),
      variants: rowsIn(values).map((row) => variantOf(values, row, currencies)),
    }),
    ...((has('media') || hasBelow('m.')) && {
      media: picturesIn(values).map((id) => ({
        ...{ id, alt: field(`m.${id}.alt`) },
        alts: { de: field(`m.${id}.de`) || null },
      })),
    }),
  };
};
