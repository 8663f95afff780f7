import type { FullProduct, FullVariant } from './full-product.ts';

type ObstacleCode =
  | 'is-draft'
  | 'is-archived'
  | 'no-variants'
  | 'all-variants-off'
  | 'no-price'
  | 'sold-out'
  | 'variant-off'
  | 'variant-without-price'
  | 'variant-sold-out'
  | 'currency-missing'
  | 'no-picture'
  | 'no-description'
  | 'text-missing';

/** Why nobody can buy a product, or what it lacks beside that. */
export interface Obstacle {
  readonly code: ObstacleCode;
  readonly blocks: boolean;
  /** Of the variants concerned, where it is not all of them. */
  readonly skus?: readonly string[];
  readonly currency?: string;
  readonly language?: 'de';
}

const isPriced = (shopCurrency: string) => (variant: FullVariant) =>
  variant.prices.some(({ currency }) => currency === shopCurrency);

const whereSome = (
  code: ObstacleCode,
  some: readonly FullVariant[],
  more: Pick<Obstacle, 'currency'> = {},
): Obstacle[] =>
  some.length > 0 ? [{ code, blocks: false, skus: some.map(({ sku }) => sku), ...more }] : [];

/** What is wrong with its variants: first what keeps all of them from being sold, else what is wrong with some. */
const ofVariants = ({ variants }: FullProduct, shopCurrency: string): Obstacle[] => {
  if (variants.length === 0) return [{ code: 'no-variants', blocks: true }];
  const on = variants.filter(({ active }) => active);
  if (on.length === 0) return [{ code: 'all-variants-off', blocks: true }];
  const off = variants.filter(({ active }) => !active);
  const priced = on.filter(isPriced(shopCurrency));
  if (priced.length === 0) return [{ code: 'no-price', blocks: true }, ...whereSome('variant-off', off)];
  const stocked = priced.filter(({ available }) => available > 0);
  const others = new Set(
    on.flatMap(({ prices }) => prices.map(({ currency }) => currency)).filter((one) => one !== shopCurrency),
  );
  return [
    ...(stocked.length === 0 ? [{ code: 'sold-out', blocks: true } as const] : []),
    ...whereSome('variant-off', off),
    ...whereSome(
      'variant-without-price',
      on.filter((variant) => !isPriced(shopCurrency)(variant)),
    ),
    ...(stocked.length > 0
      ? whereSome(
          'variant-sold-out',
          priced.filter(({ available }) => available <= 0),
        )
      : []),
    ...[...others].flatMap((currency) =>
      whereSome(
        'currency-missing',
        priced.filter((variant) => !isPriced(currency)(variant)),
        { currency },
      ),
    ),
  ];
};

/** Every reason why a product is not for sale, those that block it first, and what else it lacks. */
export const obstaclesOf = (product: FullProduct, shopCurrency: string): Obstacle[] => {
  const all: Obstacle[] = [
    ...(product.status === 'draft' ? [{ code: 'is-draft', blocks: true } as const] : []),
    ...(product.status === 'archived' ? [{ code: 'is-archived', blocks: true } as const] : []),
    ...ofVariants(product, shopCurrency),
    ...(product.media.length === 0 ? [{ code: 'no-picture', blocks: false } as const] : []),
    ...(product.description === '' ? [{ code: 'no-description', blocks: false } as const] : []),
    ...(product.texts.de === null ? [{ code: 'text-missing', blocks: false, language: 'de' } as const] : []),
  ];
  return all.toSorted((one, other) => Number(other.blocks) - Number(one.blocks));
};

/** What has to be mended before it may be published; being a draft or sold out need not. */
export const keepsFromPublishing = (obstacles: readonly Obstacle[]): Obstacle[] =>
  obstacles.filter(({ code, blocks }) => blocks && !['is-draft', 'is-archived', 'sold-out'].includes(code));
