import type { CategoryNode } from './category-tree.ts';
import { StaleVersion } from './errors.ts';

interface InLanguages {
  readonly de: string | null;
}

export interface Category extends CategoryNode {
  readonly slug: string;
  readonly name: string;
  /** In other languages; null: it has no word in that. */
  readonly names: InLanguages;
  /** In other languages; null: it has that of the shop there. */
  readonly slugs: InLanguages;
  /** How many products are in it, not in those below. */
  readonly products: number;
  readonly changedAt: string;
  readonly version: number;
}

export interface CategoryChange {
  readonly slug?: string | undefined;
  readonly name?: string | undefined;
  readonly names?: InLanguages | undefined;
  readonly slugs?: InLanguages | undefined;
}

/** @throws {StaleVersion} with the category as it is */
export const requireVersion = (category: Category, expectedVersion: number): void => {
  if (category.version !== expectedVersion) throw new StaleVersion(category);
};

/**
 * @returns undefined where nothing would differ.
 * @throws {StaleVersion}
 */
export const changeCategory = (
  category: Category,
  change: CategoryChange,
  expectedVersion: number,
): Category | undefined => {
  requireVersion(category, expectedVersion);
  const {
    slug = category.slug,
    name = category.name,
    names = category.names,
    slugs = category.slugs,
  } = change;
  const isSame =
    slug === category.slug &&
    name === category.name &&
    names.de === category.names.de &&
    slugs.de === category.slugs.de;
  if (isSame) return undefined;
  return { ...category, slug, name, names, slugs, version: category.version + 1 };
};
