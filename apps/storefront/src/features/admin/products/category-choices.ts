import type { AdminCategory } from '@quayside/contracts';

/** The tree as choices of a menu: what is in another stands below it, with its whole way from the top. */
export const categoryChoices = (tree: readonly AdminCategory[]): { value: string; label: string }[] => {
  const names = new Map(tree.map(({ id, name }) => [id, name]));
  return tree.map(({ id, path }) => ({
    value: String(id),
    label: path.map((step) => names.get(step) ?? '').join(' › '),
  }));
};
