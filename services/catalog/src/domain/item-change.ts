import type { CatalogFact } from './catalog-fact.ts';
import { CurrencyNotSold, ItemNotFound, StaleVersion } from './errors.ts';
import type { Money } from './item.ts';
import { itemOf, type Product, type Variant } from './product.ts';

/** What an admin may change of a variant; absent means leave. Name and description are those of its product. */
export interface ItemChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly price?: Money | undefined;
  readonly active?: boolean | undefined;
}

export interface ProductDecision {
  readonly product: Product;
  readonly facts: readonly CatalogFact[];
}

const priceIn = (prices: readonly Money[], currency: string): Money | undefined =>
  prices.find((price) => price.currency === currency);

/** The variants that are not what they were, each as an event, and each price that is not. */
const factsOf = (before: Product, after: Product): CatalogFact[] =>
  after.variants.flatMap((variant, at): CatalogFact[] => {
    const old = before.variants[at];
    if (!old || old.version === variant.version) return [];
    const priceChanges = variant.prices.flatMap((newPrice): CatalogFact[] => {
      const oldPrice = priceIn(old.prices, newPrice.currency);
      if (!oldPrice || oldPrice.amount === newPrice.amount) return [];
      return [
        { type: 'item-price-changed', itemId: variant.id, oldPrice, newPrice, version: variant.version },
      ];
    });
    return [{ type: 'item-changed', item: itemOf(after, variant) }, ...priceChanges];
  });

/** @throws {CurrencyNotSold} */
const withPrice = (variant: Variant, price: Money | undefined): Variant['prices'] => {
  if (!price) return variant.prices;
  const old = priceIn(variant.prices, price.currency);
  if (!old) throw new CurrencyNotSold(price.currency);
  if (old.amount === price.amount) return variant.prices;
  const [first, ...others] = variant.prices;
  const next = (known: Money): Money => (known === old ? price : known);
  return [next(first), ...others.map(next)];
};

/**
 * Applies an admin's change to one variant as read at `expectedVersion`. Only an edit raises the version; what sells
 * meanwhile is the stock's affair. What it changes of the product concerns all variants.
 *
 * @returns undefined where nothing would differ.
 * @throws {ItemNotFound | StaleVersion | CurrencyNotSold}
 */
export const changeItem = (
  product: Product,
  itemId: number,
  change: ItemChange,
  expectedVersion: number,
): ProductDecision | undefined => {
  const chosen = product.variants.find(({ id }) => id === itemId);
  if (!chosen) throw new ItemNotFound(itemId);
  if (expectedVersion !== chosen.version) throw new StaleVersion();
  const name = change.name ?? product.name;
  const description = change.description ?? product.description;
  const textDiffers = name !== product.name || description !== product.description;

  const changed = (variant: Variant): Variant => {
    if (variant !== chosen) return textDiffers ? { ...variant, version: variant.version + 1 } : variant;
    const prices = withPrice(variant, change.price);
    const active = change.active ?? variant.active;
    const differs = textDiffers || active !== variant.active || prices !== variant.prices;
    return differs ? { ...variant, prices, active, version: variant.version + 1 } : variant;
  };
  const variants = product.variants.map(changed);
  if (variants.every((variant, at) => variant === product.variants[at])) return undefined;
  const after = { ...product, name, description, variants, version: product.version + 1 };
  return { product: after, facts: factsOf(product, after) };
};
