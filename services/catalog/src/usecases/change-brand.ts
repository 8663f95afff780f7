import { changeBrand as decideChange, type Brand, type BrandChange } from '../domain/brand.ts';
import { StaleVersion } from '../domain/errors.ts';
import type { Actor } from './actor.ts';
import type { BrandStore } from './brand-store.ts';

interface OnBrand {
  readonly id: number;
  readonly expectedVersion: number;
  readonly by: Actor;
}

/** @throws {BrandNotFound | StaleVersion | SlugTaken} */
export const changeBrand = (
  brands: BrandStore,
  { id, expectedVersion, by, change }: OnBrand & { change: BrandChange },
): Promise<Brand> => brands.update(id, by, (brand) => decideChange(brand, change, expectedVersion));

/** @throws {BrandNotFound | StaleVersion | BrandInUse} */
export const deleteBrand = (brands: BrandStore, { id, expectedVersion, by }: OnBrand): Promise<void> =>
  brands.remove(id, by, (brand) => {
    if (brand.version !== expectedVersion) throw new StaleVersion(brand);
  });
