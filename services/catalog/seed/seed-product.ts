import type { Drawing } from './art/draw.ts';
import type { BrandSlug } from './brands.ts';

/** A picture of the demo shop: its file, what it shows in words, and how to draw it. */
export interface SeedPicture {
  readonly file: string;
  readonly alt: string;
  /** The same in German. */
  readonly german: string;
  readonly art: Drawing;
}

export interface SeedVariant {
  readonly id: number;
  readonly sku: string;
  readonly optionValues: readonly string[];
  /** US cents. */
  readonly price: number;
  readonly compareAt?: number;
  readonly stock: number;
  readonly weightGrams?: number;
  readonly pictureAt: number;
}

export interface SeedProduct {
  readonly slug: string;
  readonly oldSlugs: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly german: { readonly name: string; readonly description: string };
  readonly brand: BrandSlug;
  readonly category: string;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly pictures: readonly SeedPicture[];
  readonly variants: readonly SeedVariant[];
}
