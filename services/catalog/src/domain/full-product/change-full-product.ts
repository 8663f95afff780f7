import type { CatalogFact } from '../catalog-fact.ts';
import {
  ProductNotDraft,
  ProductNotSellable,
  StaleVersion,
  VariantInUse,
  VariantUnknown,
} from '../errors.ts';
import type { ProductStatus } from '../product.ts';
import {
  requireAttributesFit,
  requireCurrenciesKnown,
  requireMediaKnown,
  requireOptionsFit,
  requirePriceKept,
  type AttributeDefinition,
} from './fit.ts';
import type {
  FullProduct,
  FullProductChange,
  FullVariant,
  ProductMedia,
  VariantPrice,
  VariantText,
  WantedVariant,
} from './full-product.ts';
import { isSame } from './is-same.ts';
import { keepsFromPublishing, obstaclesOf } from './obstacles.ts';
import { seen } from './seen.ts';

type PriceChanged = Extract<CatalogFact, { type: 'item-price-changed' }>;

/** What becomes of a product; whoever writes it tells the items whose version rose. */
export interface FullProductDecision {
  readonly product: FullProduct;
  /** Variants that are to be made, at their position among those of the product. */
  readonly added: readonly { readonly position: number; readonly variant: VariantText }[];
  readonly removed: readonly FullVariant[];
  readonly facts: readonly PriceChanged[];
}

export interface ProductRules {
  readonly shopCurrency: string;
  readonly attributes: readonly AttributeDefinition[];
}

const textOf = ({ sku, barcode, optionValues, prices, weightGrams, mediaId, active }: VariantText) => ({
  sku,
  barcode,
  optionValues,
  prices,
  weightGrams,
  mediaId,
  active,
});

const shopPriceFirst = (prices: readonly VariantPrice[], shopCurrency: string): VariantPrice[] =>
  prices.toSorted(
    (one, other) =>
      Number(other.currency === shopCurrency) - Number(one.currency === shopCurrency) ||
      one.currency.localeCompare(other.currency),
  );

/**
 * A variant whose picture is gone shows the first. Where all show what was the first, they go on showing the first
 * when the pictures are put into another order.
 */
const pictureOf = (variant: VariantText, before: FullProduct, media: readonly ProductMedia[]) => {
  const first = media[0]?.id ?? null;
  const wasFirst = before.media[0]?.id;
  const allShowFirst = before.variants.every(({ mediaId }) => mediaId === wasFirst);
  if (variant.mediaId === null || (allShowFirst && variant.mediaId === wasFirst)) return first;
  return media.some(({ id }) => id === variant.mediaId) ? variant.mediaId : first;
};

const priceFacts = (before: FullVariant, after: FullVariant): PriceChanged[] =>
  after.prices.flatMap(({ currency, amount }): PriceChanged[] => {
    const old = before.prices.find((price) => price.currency === currency);
    if (!old || old.amount === amount) return [];
    return [
      {
        type: 'item-price-changed',
        itemId: after.itemId,
        oldPrice: { amount: old.amount, currency },
        newPrice: { amount, currency },
        version: after.version,
      },
    ];
  });

/** What every item says of its product. */
const sharedOf = ({ slug, name, texts, description, brandId, categoryId, status }: FullProduct) => ({
  slug,
  name,
  germanName: texts.de?.name,
  germanSlug: texts.de?.slug,
  description,
  brandId,
  categoryId,
  status,
});

const textsOf = (
  before: FullProduct,
  { de }: NonNullable<FullProductChange['texts']>,
): FullProduct['texts'] => ({
  de: de && { ...de, slug: de.slug === undefined ? (before.texts.de?.slug ?? null) : de.slug },
});

const requireVersion = (product: FullProduct, expectedVersion: number, shopCurrency: string): void => {
  if (product.version !== expectedVersion) throw new StaleVersion(seen(product, shopCurrency));
};

/** @throws {ProductNotSellable} for one that is in the shop and could not be published as it is */
const requireSellable = (product: FullProduct, shopCurrency: string): void => {
  if (product.status !== 'active') return;
  const found = keepsFromPublishing(obstaclesOf(product, shopCurrency));
  if (found.length > 0) throw new ProductNotSellable(found);
};

const known = (product: FullProduct, itemId: number): FullVariant => {
  const found = product.variants.find((variant) => variant.itemId === itemId);
  if (!found) throw new VariantUnknown(itemId);
  return found;
};

/** What is wanted of variants, beside those that are there now. */
const sortOut = (product: FullProduct, wanted: readonly WantedVariant[]) => {
  const kept = wanted.flatMap((variant) =>
    variant.itemId === undefined ? [] : [{ before: known(product, variant.itemId), wanted: variant }],
  );
  const added = wanted.flatMap((variant, position) =>
    variant.itemId === undefined ? [{ position, variant: textOf(variant) }] : [],
  );
  const removed = product.variants.filter(
    ({ itemId }) => !kept.some(({ before }) => before.itemId === itemId),
  );
  const inUse = removed.find(({ hasHistory }) => hasHistory);
  if (inUse) throw new VariantInUse(inUse.sku);
  return { kept, added, removed };
};

/**
 * Applies what somebody changed who read the product at `expectedVersion`. The versions of the variants that are not
 * what they were rise with it.
 *
 * @returns undefined where nothing would differ.
 * @throws {StaleVersion} with the product as it is; and whatever does not fit
 */
export const changeFullProduct = (
  before: FullProduct,
  change: FullProductChange,
  expectedVersion: number,
  { shopCurrency, attributes }: ProductRules,
): FullProductDecision | undefined => {
  requireVersion(before, expectedVersion, shopCurrency);
  const { variants: wanted = before.variants, media: wantedMedia, texts = before.texts, ...rest } = change;
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (change.publishAt && before.status !== 'draft') throw new ProductNotDraft(before.status);
  if (change.attributes) requireAttributesFit(change.attributes, attributes);
  requireMediaKnown(
    before.media.map(({ id }) => id),
    (wantedMedia ?? []).map(({ id }) => id),
  );
  const media = (wantedMedia ?? before.media).flatMap(({ id, alt, alts }) => {
    const found = before.media.find((one) => one.id === id);
    return found ? [{ ...found, alt, ...(alts && { alts }) }] : [];
  });
  requireMediaKnown(
    before.media.map(({ id }) => id),
    wanted.map(({ mediaId }) => mediaId),
  );
  requireCurrenciesKnown(change.variants ?? []);
  const { kept, added, removed } = sortOut(before, wanted);
  const settled = <V extends VariantText>(variant: V): V => ({
    ...variant,
    prices: shopPriceFirst(variant.prices, shopCurrency),
    mediaId: pictureOf(variant, before, media),
  });
  const product = { ...before, ...fields, texts: textsOf(before, texts), media };
  const sharedDiffers = !isSame(sharedOf(before), sharedOf(product));
  const variants = kept.map(({ before: old, wanted: text }) => {
    const next = settled(textOf(text));
    requirePriceKept(old, next, shopCurrency);
    const differs = sharedDiffers || !isSame(textOf(old), next);
    return { ...old, ...next, version: differs ? old.version + 1 : old.version };
  });
  const made = added.map(({ position, variant }) => ({ position, variant: settled(variant) }));
  requireOptionsFit(product.options, [...variants, ...made.map(({ variant }) => variant)]);
  const after = { ...product, variants };
  if (isSame(before, after) && made.length === 0) return undefined;
  const asIfMade = made.map(({ variant }) => ({
    ...variant,
    itemId: 0,
    version: 1,
    onHand: 0,
    reserved: 0,
    available: 0,
    hasHistory: false,
  }));
  requireSellable({ ...after, variants: [...variants, ...asIfMade] }, shopCurrency);
  return {
    product: { ...after, version: before.version + 1 },
    added: made,
    removed,
    facts: kept.flatMap(({ before: old }, at) => priceFacts(old, variants[at] as FullVariant)),
  };
};

/**
 * Publishes it, takes it out of the shop, archives or restores it.
 *
 * @returns undefined where it is so already.
 * @throws {StaleVersion | ProductNotSellable}
 */
export const changeProductStatus = (
  before: FullProduct,
  status: ProductStatus,
  expectedVersion: number,
  { shopCurrency }: ProductRules,
): FullProductDecision | undefined => {
  requireVersion(before, expectedVersion, shopCurrency);
  if (before.status === status) return undefined;
  const product = {
    ...before,
    status,
    publishAt: null,
    version: before.version + 1,
    variants: before.variants.map((variant) => ({ ...variant, version: variant.version + 1 })),
  };
  requireSellable(product, shopCurrency);
  return { product, added: [], removed: [], facts: [] };
};

/**
 * Publishes a draft whose time has come.
 *
 * @returns undefined where it has not, or somebody was first.
 * @throws {ProductNotSellable}
 */
export const publishAsPlanned = (
  before: FullProduct,
  now: Date,
  rules: ProductRules,
): FullProductDecision | undefined => {
  const { status, publishAt, version } = before;
  if (status !== 'draft' || publishAt === null || Date.parse(publishAt) > now.getTime()) return undefined;
  return changeProductStatus(before, 'active', version, rules);
};
