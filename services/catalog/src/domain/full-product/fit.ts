import { isCurrency } from '@quayside/contracts/money';
import { AttributeUnfit, CurrencyUnknown, MediaUnknown, OptionsUnfit, PriceNeeded } from '../errors.ts';
import type { Attributes, FullVariant, ProductOption, VariantText } from './full-product.ts';

export interface AttributeDefinition {
  readonly code: string;
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean';
  readonly unit: string | null;
  readonly facet: boolean;
}

const typeOf = { text: 'string', number: 'number', boolean: 'boolean' } as const;

/** @throws {AttributeUnfit} for one that is not defined, or has a value of another type */
export const requireAttributesFit = (
  attributes: Attributes,
  definitions: readonly AttributeDefinition[],
): void => {
  for (const [code, value] of Object.entries(attributes)) {
    const definition = definitions.find((one) => one.code === code);
    if (!definition) throw new AttributeUnfit(code, 'is not defined');
    if (typeof value !== typeOf[definition.type]) {
      throw new AttributeUnfit(code, `takes a ${definition.type}`);
    }
  }
};

const nameOf = ({ sku, optionValues }: VariantText): string => `${sku} (${optionValues.join(', ')})`;

/**
 * Every variant has one value of each option, and no two have the same.
 *
 * @throws {OptionsUnfit}
 */
export const requireOptionsFit = (
  options: readonly ProductOption[],
  variants: readonly VariantText[],
): void => {
  const known = new Map<string, VariantText>();
  for (const variant of variants) {
    const { optionValues } = variant;
    if (optionValues.length !== options.length) {
      throw new OptionsUnfit(
        `${nameOf(variant)} has ${optionValues.length} of ${options.length} option values`,
      );
    }
    const wrong = options.findIndex(({ values }, at) => !values.includes(optionValues[at] ?? ''));
    const option = options[wrong];
    if (option) throw new OptionsUnfit(`${optionValues[wrong]} of ${variant.sku} is no ${option.name}`);
    const key = JSON.stringify(optionValues);
    const twin = known.get(key);
    if (twin) throw new OptionsUnfit(`${twin.sku} and ${variant.sku} are the same combination`);
    known.set(key, variant);
  }
};

/** @throws {MediaUnknown} for a picture that is not the product's */
export const requireMediaKnown = (ids: readonly number[], wanted: readonly (number | null)[]): void => {
  const unknown = wanted.find((id) => id !== null && !ids.includes(id));
  if (unknown) throw new MediaUnknown(unknown);
};

/** @throws {CurrencyUnknown} */
export const requireCurrenciesKnown = (variants: readonly VariantText[]): void => {
  const prices = variants.flatMap((variant) => variant.prices);
  const unknown = prices.find(({ currency }) => !isCurrency(currency));
  if (unknown) throw new CurrencyUnknown(unknown.currency);
};

/**
 * What has a price in the shop's own currency keeps one: baskets and lists know it by that.
 *
 * @throws {PriceNeeded}
 */
export const requirePriceKept = (before: FullVariant, after: VariantText, shopCurrency: string): void => {
  const has = ({ prices }: VariantText) => prices.some(({ currency }) => currency === shopCurrency);
  if (has(before) && !has(after)) throw new PriceNeeded(after.sku, shopCurrency);
};
