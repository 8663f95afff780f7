import type { Part } from './part.ts';

/** Parts in groups that stop one after the other: nobody stops before those that come after it in the table. */
export function stopOrder(parts: readonly Pick<Part, 'name' | 'after'>[]): string[][] {
  const left = new Map(parts.map((part) => [part.name, part]));
  const groups: string[][] = [];
  while (left.size > 0) {
    const needed = new Set([...left.values()].flatMap((part) => part.after));
    const group = [...left.keys()].filter((name) => !needed.has(name));
    if (group.length === 0) throw new Error(`parts wait for each other: ${[...left.keys()].join(', ')}`);
    for (const name of group) left.delete(name);
    groups.push(group);
  }
  return groups;
}
