import {
  changeCategory as decideChange,
  requireVersion,
  type Category,
  type CategoryChange,
} from '../domain/category.ts';
import { moveInTree } from '../domain/category-tree.ts';
import type { Actor } from './actor.ts';
import type { CategoryStore } from './category-store.ts';

interface OnCategory {
  readonly id: number;
  readonly expectedVersion: number;
  readonly by: Actor;
}

/** @throws {CategoryNotFound | StaleVersion | SlugTaken} */
export const changeCategory = (
  categories: CategoryStore,
  { id, expectedVersion, by, change }: OnCategory & { change: CategoryChange },
): Promise<Category> =>
  categories.update(id, by, (category) => decideChange(category, change, expectedVersion));

/** @throws {CategoryNotFound | StaleVersion | ParentNotFound | CategoryCycle} */
export const moveCategory = (
  categories: CategoryStore,
  { id, expectedVersion, by, to }: OnCategory & { to: { parentId: number | null; position: number } },
): Promise<Category> =>
  categories.move(id, by, (category, tree) => {
    requireVersion(category, expectedVersion);
    return moveInTree(tree, id, to);
  });

/** @throws {CategoryNotFound | StaleVersion | CategoryInUse} */
export const deleteCategory = (
  categories: CategoryStore,
  { id, expectedVersion, by }: OnCategory,
): Promise<void> => categories.remove(id, by, (category) => requireVersion(category, expectedVersion));
