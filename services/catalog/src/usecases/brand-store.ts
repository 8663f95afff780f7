import type { Brand, BrandText } from '../domain/brand.ts';
import type { Actor } from './actor.ts';

export interface BrandQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly used?: boolean | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pageSize: number;
  readonly totalItems: number;
}

/** What changes is in the audit log when it is changed; products tell of a brand's new name. */
export interface BrandStore {
  list(query: BrandQuery): Promise<Page<Brand>>;
  /** @throws {BrandNotFound} */
  find(id: number): Promise<Brand>;
  /** @throws {SlugTaken} */
  add(brand: BrandText, by: Actor): Promise<Brand>;
  /**
   * Locks the brand, lets `decide` look at it, and writes what it answers; undefined writes nothing.
   *
   * @throws {BrandNotFound | SlugTaken} and whatever `decide` throws, with nothing written.
   */
  update(id: number, by: Actor, decide: (brand: Brand) => Brand | undefined): Promise<Brand>;
  /** @throws {BrandNotFound | BrandInUse} and whatever `check` throws, with nothing written. */
  remove(id: number, by: Actor, check: (brand: Brand) => void): Promise<void>;
}
