import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { moveInTree, type CategoryNode, type PlacedCategory } from './category-tree.ts';
import { CategoryCycle } from './errors.ts';

const ids = [1, 2, 3, 4, 5, 6, 7, 8];
const flat: CategoryNode[] = ids.map((id) => ({ id, parentId: null, path: [id] }));

const move = fc.record({
  id: fc.constantFrom(...ids),
  parentId: fc.option(fc.constantFrom(...ids)),
  position: fc.nat(10),
});
type Move = { id: number; parentId: number | null; position: number };

const pathByParents = (tree: readonly CategoryNode[], id: number): number[] => {
  const parentId = tree.find((node) => node.id === id)?.parentId ?? null;
  return parentId === null ? [id] : [...pathByParents(tree, parentId), id];
};

/** Applies moves, those left out that would make a cycle. */
const moveAll = (moves: readonly Move[]) =>
  moves.reduce<readonly CategoryNode[]>((tree, { id, ...to }) => {
    try {
      return moveInTree(tree, id, to);
    } catch (error) {
      expect(error).toBeInstanceOf(CategoryCycle);
      return tree;
    }
  }, flat);

describe('moves in the tree of categories', () => {
  test('lose none, double none, and every path is that of its parents', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const tree = moveAll(moves);
        expect(tree.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids);
        for (const { id, path } of tree) expect(path).toEqual(pathByParents(tree, id));
      }),
    );
  });

  test('put it where it was asked to be, the others in the order they had', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), move, (moves, last) => {
        const before = moveAll(moves);
        const { id, ...to } = last;
        const isCycle = before.find((node) => node.id === to.parentId)?.path.includes(id) ?? false;
        if (isCycle) {
          expect(() => moveInTree(before, id, to)).toThrow(CategoryCycle);
          return;
        }
        const after: PlacedCategory[] = moveInTree(before, id, to);
        const siblings = (tree: readonly CategoryNode[]) =>
          tree.filter((node) => node.parentId === to.parentId).map((node) => node.id);
        const others = siblings(before).filter((other) => other !== id);
        expect(siblings(after)).toEqual(others.toSpliced(to.position, 0, id));
        const moved = after.find((node) => node.id === id);
        expect(moved).toMatchObject({
          parentId: to.parentId,
          position: Math.min(to.position, others.length),
        });
      }),
    );
  });

  test('into itself or below itself is refused', () => {
    const tree = moveInTree(flat, 2, { parentId: 1, position: 0 });
    expect(() => moveInTree(tree, 1, { parentId: 1, position: 0 })).toThrow(CategoryCycle);
    expect(() => moveInTree(tree, 1, { parentId: 2, position: 0 })).toThrow(CategoryCycle);
    expect(() => moveInTree(tree, 1, { parentId: 99, position: 0 })).toThrow('99');
  });
});
