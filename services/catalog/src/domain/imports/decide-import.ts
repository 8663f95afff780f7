import {
  changeFullProduct,
  changeProductStatus,
  type FullProductDecision,
  type ProductRules,
} from '../full-product/change-full-product.ts';
import type { FullProduct, FullVariant, VariantText } from '../full-product/full-product.ts';
import type { ProductStatus } from '../product.ts';
import { changeFor } from './change-for.ts';
import type { WantedProduct } from './wanted-product.ts';

export interface ImportPlace {
  readonly brandId: number;
  readonly categoryId: number;
}

/** A product as it is before anything is known of it. */
export const blankProduct = (
  { slug, name = '' }: WantedProduct,
  { brandId, categoryId }: ImportPlace,
): FullProduct => ({
  id: 0,
  slug,
  status: 'draft',
  name,
  description: '',
  seoTitle: null,
  seoDescription: null,
  texts: { de: null },
  brandId,
  categoryId,
  tags: [],
  attributes: {},
  options: [],
  variants: [],
  media: [],
  publishAt: null,
  changedAt: new Date(0).toISOString(),
  version: 1,
});

const asIfMade = ({ variant }: { variant: VariantText }): FullVariant => ({
  ...variant,
  itemId: 0,
  version: 1,
  onHand: 0,
  reserved: 0,
  available: 0,
  hasHistory: false,
});

const nothing = (product: FullProduct): FullProductDecision => ({
  product,
  added: [],
  removed: [],
  facts: [],
});

const withStatus = (
  decision: FullProductDecision,
  status: ProductStatus | undefined,
  rules: ProductRules,
): FullProductDecision => {
  const { product, added } = decision;
  if (status === undefined || status === product.status) return decision;
  const whole = { ...product, variants: [...product.variants, ...added.map(asIfMade)] };
  const decided = changeProductStatus(whole, status, product.version, rules);
  if (!decided) return decision;
  const variants = decided.product.variants.filter(({ itemId }) => itemId !== 0);
  return { ...decision, product: { ...decided.product, variants } };
};

const withChange = (
  { product, facts }: FullProductDecision,
  wanted: WantedProduct,
  place: ImportPlace,
  rules: ProductRules,
): FullProductDecision => {
  const decided = changeFullProduct(product, changeFor(product, wanted, place), product.version, rules);
  return decided ? { ...decided, facts: [...facts, ...decided.facts] } : nothing(product);
};

/** The versions that events name are those which the variants have in the end. */
const settled = (decision: FullProductDecision): FullProductDecision => {
  const versions = new Map(decision.product.variants.map(({ itemId, version }) => [itemId, version]));
  const facts = decision.facts.map((fact) => ({
    ...fact,
    version: versions.get(fact.itemId) ?? fact.version,
  }));
  return { ...decision, facts };
};

/**
 * What becomes of a product by what a file says of it, under the rules of the editor. It is taken out of the shop
 * before it is changed, and put into it after, so that only what is seen in the shop has to be fit for it.
 *
 * @returns undefined where nothing would differ
 * @throws whatever does not fit
 */
export const decideImport = (
  before: FullProduct,
  wanted: WantedProduct,
  place: ImportPlace,
  rules: ProductRules,
): FullProductDecision | undefined => {
  const isForShop = wanted.status === 'active';
  const first = isForShop ? nothing(before) : withStatus(nothing(before), wanted.status, rules);
  const changed = withChange(first, wanted, place, rules);
  const decision = isForShop ? withStatus(changed, wanted.status, rules) : changed;
  const isSame = decision.product.version === before.version && decision.added.length === 0;
  return isSame ? undefined : settled(decision);
};
