import { CategoryCycle, ParentNotFound } from './errors.ts';

/** Where a category is in the tree. */
export interface CategoryNode {
  readonly id: number;
  readonly parentId: number | null;
  /** Ids from the top of the tree down to its own. */
  readonly path: readonly number[];
}

/** A category with its place among those that are in the same one. */
export interface PlacedCategory extends CategoryNode {
  readonly position: number;
}

const childrenOf = (tree: readonly CategoryNode[], parentId: number | null): CategoryNode[] =>
  tree.filter((node) => node.parentId === parentId);

/** @throws {ParentNotFound} */
const pathOf = (tree: readonly CategoryNode[], id: number | null): readonly number[] => {
  if (id === null) return [];
  const found = tree.find((node) => node.id === id);
  if (!found) throw new ParentNotFound(id);
  return found.path;
};

/**
 * Puts a category, with all that is in it, into `parentId` (null is the top) before `position` of those that are there
 * already; a position beyond the last is the end. The order of `tree` among siblings is their order.
 *
 * @returns the whole tree, with the place of each.
 * @throws {ParentNotFound | CategoryCycle}
 */
export const moveInTree = (
  tree: readonly CategoryNode[],
  id: number,
  { parentId, position }: { parentId: number | null; position: number },
): PlacedCategory[] => {
  const above = pathOf(tree, parentId);
  if (above.includes(id)) throw new CategoryCycle();
  const moved = tree.find((node) => node.id === id);
  const place = (parent: number | null, path: readonly number[]): PlacedCategory[] => {
    const others = childrenOf(tree, parent).filter((node) => node.id !== id);
    const here = parent === parentId && moved ? others.toSpliced(position, 0, moved) : others;
    return here.flatMap((node, at) => {
      const own = [...path, node.id];
      return [{ id: node.id, parentId: parent, path: own, position: at }, ...place(node.id, own)];
    });
  };
  return place(null, []);
};
