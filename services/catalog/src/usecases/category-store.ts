import type { Category } from '../domain/category.ts';
import type { PlacedCategory } from '../domain/category-tree.ts';
import type { Actor } from './actor.ts';

/** What changes is in the audit log when it is changed; products tell of what they are in. */
export interface CategoryStore {
  /** Each after the one it is in. */
  tree(): Promise<readonly Category[]>;
  /** @throws {CategoryNotFound} */
  find(id: number): Promise<Category>;
  /** @throws {SlugTaken | ParentNotFound} */
  add(
    category: Pick<Category, 'slug' | 'name' | 'names' | 'slugs' | 'parentId'>,
    by: Actor,
  ): Promise<Category>;
  /** @throws {CategoryNotFound | SlugTaken} and whatever `decide` throws, with nothing written. */
  update(id: number, by: Actor, decide: (category: Category) => Category | undefined): Promise<Category>;
  /** One after the other. @throws {CategoryNotFound} and whatever `decide` throws, with nothing written. */
  move(
    id: number,
    by: Actor,
    decide: (category: Category, tree: readonly Category[]) => readonly PlacedCategory[],
  ): Promise<Category>;
  /** @throws {CategoryNotFound | CategoryInUse} and whatever `check` throws, with nothing written. */
  remove(id: number, by: Actor, check: (category: Category) => void): Promise<void>;
}
