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
import { TooManyTags } from './bulk-errors.ts';

/** What is done to each of many products. */
export type BulkAction =
  | { readonly type: 'publish' }
  | { readonly type: 'archive' }
  | PriceAction
  | { readonly type: 'category'; readonly categoryId: number }
  | { readonly type: 'add-tag' | 'remove-tag'; readonly tag: string };

export type PriceAction =
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
  readonly category?: { readonly from: number; readonly to: number };
  readonly tag?: { readonly name: string; readonly is: 'added' | 'removed' };
}

export interface BulkDecision {
  readonly decision: FullProductDecision;
  readonly effect: BulkEffect;
}

const wholeInBasisPoints = 10_000;

const maxTags = 30;

/** What a price becomes, in minor units; less than 1 is none. */
export const nextAmount = ({ amount, currency }: Omit<VariantPrice, 'compareAt'>, action: PriceAction) => {
  const old = moneyOf(amount, currency);
  return action.type === 'price-by-percent'
    ? portion(old, wholeInBasisPoints + Math.round(action.percent * 100), 'half-up').amount
    : add(old, moneyOf(action.amount, action.currency)).amount;
};

/** @throws {PriceNotPositive} */
const priced = (price: VariantPrice, action: PriceAction, sku: string): VariantPrice => {
  const amount = nextAmount(price, action);
  if (amount < 1) throw new PriceNotPositive(sku);
  const { compareAt } = price;
  return { ...price, amount, compareAt: compareAt !== null && compareAt > amount ? compareAt : null };
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

const withCategory = (product: FullProduct, rules: ProductRules, to: number): BulkDecision | undefined => {
  const decision = changeFullProduct(product, { categoryId: to }, product.version, rules);
  return decision && { decision, effect: { category: { from: product.categoryId, to } } };
};

/** @throws {TooManyTags} */
const withTag = (
  product: FullProduct,
  rules: ProductRules,
  { name, is }: NonNullable<BulkEffect['tag']>,
): BulkDecision | undefined => {
  if (product.tags.includes(name) === (is === 'added')) return undefined;
  const tags = is === 'added' ? [...product.tags, name] : product.tags.filter((tag) => tag !== name);
  if (tags.length > maxTags) throw new TooManyTags(product.name, maxTags);
  const decision = changeFullProduct(product, { tags }, product.version, rules);
  return decision && { decision, effect: { tag: { name, is } } };
};

/**
 * One product's part of an action, upon what the product is now.
 *
 * @returns undefined where there is nothing to do
 * @throws {ProductNotSellable | PriceNotPositive | TooManyTags}
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
    case 'category':
      return withCategory(product, rules, action.categoryId);
    case 'add-tag':
      return withTag(product, rules, { name: action.tag, is: 'added' });
    case 'remove-tag':
      return withTag(product, rules, { name: action.tag, is: 'removed' });
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
  { status, prices = [], category, tag }: BulkEffect,
  rules: ProductRules,
): BulkDecision | undefined => {
  if (category) {
    if (product.categoryId !== category.to) throw new ChangedSince(product.name);
    return withCategory(product, rules, category.from);
  }
  if (tag) {
    if (product.tags.includes(tag.name) !== (tag.is === 'added')) throw new ChangedSince(product.name);
    return withTag(product, rules, { name: tag.name, is: tag.is === 'added' ? 'removed' : 'added' });
  }
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
