import type { FullProduct, FullVariant, PictureTexts } from './full-product.ts';
import { obstaclesOf, type Obstacle } from './obstacles.ts';

type SeenVariant = Omit<FullVariant, 'version' | 'hasHistory'>;

/** A product as staff read it. */
export interface SeenProduct extends Omit<FullProduct, 'variants' | 'media'> {
  readonly variants: readonly SeenVariant[];
  readonly media: readonly {
    readonly id: number;
    readonly url: string;
    readonly alt: string;
    readonly alts: PictureTexts;
  }[];
  readonly obstacles: readonly Obstacle[];
}

const seenVariant = ({ version: _, hasHistory: __, ...variant }: FullVariant): SeenVariant => variant;

export const seen = (product: FullProduct, shopCurrency: string): SeenProduct => ({
  ...product,
  variants: product.variants.map(seenVariant),
  media: product.media.map(({ id, hash, alt, alts = { de: null } }) => ({
    ...{ id, url: `/api/v1/catalog/images/${hash}`, alt, alts },
  })),
  obstacles: obstaclesOf(product, shopCurrency),
});
