import { add, moneyOf, portion } from '@quayside/contracts/money';
import { ChangedSince, PriceNotPositive } from '../errors.ts';
import {
  changeFullProduct,
  changeProductStatus,
  type FullProductDecision,
  type ProductRules,
} from '../full-product/change-full-product.ts';
import type { FullProduct, VariantPrice } from '../full-product/full-product.ts';
import type { ProductStatus } from '../product.ts';

/** What is done to each of many products. */
export type BulkAction =
  | { readonly type: 'publish' }
  | { readonly type: 'archive' }
  | { readonly type: 'price-by-percent'; readonly currency: string; readonly percent: number }
  | { readonly type: 'price-by-amount'; readonly currency: string; readonly amount: number };

/** What an action made of one product, enough to take it back. */
export interface BulkEffect {
  readonly status?: { readonly from: ProductStatus; readonly to: ProductStatus };
  readonly prices?: readonly {
    readonly itemId: number;
    readonly sku: string;
    readonly from: VariantPrice;
    readonly to: VariantPrice;
  }[];
}

export interface BulkDecision {
  readonly decision: FullProductDecision;
  readonly effect: BulkEffect;
}

const wholeInBasisPoints = 10_000;

/** @throws {PriceNotPositive} */
const priced = (price: VariantPrice, action: BulkAction, sku: string): VariantPrice => {
  const old = moneyOf(price.amount, price.currency);
  const next =
    action.type === 'price-by-percent'
      ? portion(old, wholeInBasisPoints + Math.round(action.percent * 100), 'half-up')
      : action.type === 'price-by-amount'
        ? add(old, moneyOf(action.amount, action.currency))
        : old;
  if (next.amount < 1) throw new PriceNotPositive(sku);
  const { compareAt } = price;
  return { ...next, compareAt: compareAt !== null && compareAt > next.amount ? compareAt : null };
};

const withPrices = (
  product: FullProduct,
  rules: ProductRules,
  change: (price: VariantPrice, itemId: number, sku: string) => VariantPrice,
): BulkDecision | undefined => {
  const variants = product.variants.map((variant) => ({
    ...variant,
    prices: variant.prices.map((price) => change(price, variant.itemId, variant.sku)),
  }));
  const decision = changeFullProduct(product, { variants }, product.version, rules);
  if (!decision) return undefined;
  const prices = product.variants.flatMap(({ itemId, sku, prices: before }, row) =>
    before.flatMap((from, at) => {
      const to = variants[row]?.prices[at] ?? from;
      return to.amount === from.amount ? [] : [{ itemId, sku, from, to }];
    }),
  );
  return { decision, effect: { prices } };
};

const withStatus = (
  product: FullProduct,
  rules: ProductRules,
  to: ProductStatus,
): BulkDecision | undefined => {
  const decision = changeProductStatus(product, to, product.version, rules);
  return decision && { decision, effect: { status: { from: product.status, to } } };
};

/**
 * One product's part of an action, upon what the product is now.
 *
 * @returns undefined where there is nothing to do
 * @throws {ProductNotSellable | PriceNotPositive}
 */
export const decideBulk = (
  product: FullProduct,
  action: BulkAction,
  rules: ProductRules,
): BulkDecision | undefined => {
  switch (action.type) {
    case 'publish':
      return withStatus(product, rules, 'active');
    case 'archive':
      return withStatus(product, rules, 'archived');
    case 'price-by-percent':
    case 'price-by-amount':
      return withPrices(product, rules, (price, _itemId, sku) =>
        price.currency === action.currency ? priced(price, action, sku) : price,
      );
    default:
      return action satisfies never;
  }
};

/**
 * Makes a product what it was before the action.
 *
 * @throws {ChangedSince} where something else changed the same since: that stays
 */
export const undoBulk = (
  product: FullProduct,
  { status, prices = [] }: BulkEffect,
  rules: ProductRules,
): BulkDecision | undefined => {
  if (status) {
    if (product.status !== status.to) throw new ChangedSince(product.name);
    return withStatus(product, rules, status.from);
  }
  const isAsLeft = prices.every(({ itemId, to }) =>
    product.variants
      .find((variant) => variant.itemId === itemId)
      ?.prices.some((now) => now.currency === to.currency && now.amount === to.amount),
  );
  if (!isAsLeft) throw new ChangedSince(product.name);
  return withPrices(product, rules, (price, itemId) => {
    const done = prices.find((one) => one.itemId === itemId && one.to.currency === price.currency);
    return done ? done.from : price;
  });
};
