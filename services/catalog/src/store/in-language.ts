import type { Pool } from 'pg';
import type { NamedCategory } from '../domain/item.ts';
import type { ReadProduct } from './find-product.ts';
import { prepared } from './prepared.ts';

const translationsSql = 'SELECT term, text FROM translations WHERE language = $1 AND term = ANY($2)';

/** The words of a product that are the shop's and not its own: of its categories, attributes and options. */
const termsOf = ({ product, variants }: ReadProduct): string[] => [
  ...product.categories.map(({ name }) => name),
  ...product.attributes.flatMap(({ name, value }) => [name, ...(typeof value === 'string' ? [value] : [])]),
  ...product.options.flatMap(({ name, values }) => [name, ...values]),
  ...variants.flatMap(({ variant }) => variant.optionValues),
];

/** A product whose own texts are in a language, with those words in it too. */
export const inLanguage = async (pool: Pool, read: ReadProduct, language: string): Promise<ReadProduct> => {
  const terms = [...new Set(termsOf(read))];
  const { rows } = await pool.query<{ term: string; text: string }>(
    prepared(translationsSql, [language, terms]),
  );
  const texts = new Map(rows.map(({ term, text }) => [term, text]));
  const say = (term: string): string => texts.get(term) ?? term;
  const named = (one: NamedCategory): NamedCategory => ({ ...one, name: say(one.name) });
  const { product, variants } = read;
  return {
    product: {
      ...product,
      categories: product.categories.map(named),
      attributes: product.attributes.map((attribute) => ({
        ...attribute,
        name: say(attribute.name),
        value: typeof attribute.value === 'string' ? say(attribute.value) : attribute.value,
      })),
      options: product.options.map(({ name, values }) => ({ name: say(name), values: values.map(say) })),
    },
    variants: variants.map(({ variant, stock }) => ({
      stock,
      variant: { ...variant, optionValues: variant.optionValues.map(say) },
    })),
  };
};
