export interface TreeRow {
  readonly id: number;
  readonly parentId: number | null;
}

export interface Place {
  readonly parentId: number | null;
  readonly position: number;
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Where one step takes a row of the tree, or undefined where there is no such step. */
export const placeAfter = (
  rows: readonly TreeRow[],
  row: TreeRow,
  direction: Direction,
): Place | undefined => {
  const { parentId } = row;
  const siblings = rows.filter((other) => other.parentId === parentId);
  const at = siblings.findIndex(({ id }) => id === row.id);
  const before = siblings[at - 1];
  const parent = rows.find(({ id }) => id === parentId);
  switch (direction) {
    case 'up':
      return before && { parentId, position: at - 1 };
    case 'down':
      return at < siblings.length - 1 ? { parentId, position: at + 1 } : undefined;
    case 'in':
      return (
        before && {
          parentId: before.id,
          position: rows.filter((other) => other.parentId === before.id).length,
        }
      );
    case 'out': {
      if (!parent) return undefined;
      const uncles = rows.filter((other) => other.parentId === parent.parentId);
      return { parentId: parent.parentId, position: uncles.findIndex(({ id }) => id === parent.id) + 1 };
    }
    default:
      return direction satisfies never;
  }
};
