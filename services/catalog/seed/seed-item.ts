import type { Drawing } from './art/draw.ts';
import type { BrandSlug } from './brands.ts';
import type { TypeSlug } from './types.ts';

export type SeedItem = {
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly brand: BrandSlug;
  readonly type: TypeSlug;
  /** US cents. */
  readonly price: number;
  readonly stock: number;
  readonly art: Drawing;
};
