import { StaleVersion } from './errors.ts';

export interface BrandText {
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
}

export interface Brand extends BrandText {
  readonly id: number;
  /** How many products are of it. */
  readonly products: number;
  readonly changedAt: string;
  readonly version: number;
}

type Change<T> = { readonly [Field in keyof T]?: T[Field] | undefined };
export type BrandChange = Change<BrandText>;

export const brandText = ({ slug, name, description }: BrandText): BrandText => ({ slug, name, description });

/**
 * Applies what somebody changed who read the brand at `expectedVersion`; absent means leave.
 *
 * @returns undefined where nothing would differ.
 * @throws {StaleVersion} with the brand as it is
 */
export const changeBrand = (
  brand: Brand,
  change: BrandChange,
  expectedVersion: number,
): Brand | undefined => {
  if (brand.version !== expectedVersion) throw new StaleVersion(brand);
  const slug = change.slug ?? brand.slug;
  const name = change.name ?? brand.name;
  const description = change.description === undefined ? brand.description : change.description;
  if (slug === brand.slug && name === brand.name && description === brand.description) return undefined;
  return { ...brand, slug, name, description, version: brand.version + 1 };
};
