import { TooManyPictures } from '../errors.ts';
import type { FullProductDecision } from './change-full-product.ts';
import type { FullProduct, ProductMedia } from './full-product.ts';

const maxMedia = 50;

/** @throws {TooManyPictures} */
export const requireRoomForMedia = ({ media }: FullProduct): void => {
  if (media.length >= maxMedia) throw new TooManyPictures(maxMedia);
};

/** One more picture, the last; variants that have none show it. */
export const addMedia = (product: FullProduct, added: ProductMedia): FullProductDecision => ({
  product: {
    ...product,
    media: [...product.media, added],
    variants: product.variants.map((variant) =>
      variant.mediaId === null ? { ...variant, mediaId: added.id, version: variant.version + 1 } : variant,
    ),
    version: product.version + 1,
  },
  added: [],
  removed: [],
  facts: [],
});
