import type { HostedProcess } from './hosted-process.ts';

/** Processes in groups that stop one after the other: nobody stops before those that come after it in the table. */
export function stopOrder(processes: readonly Pick<HostedProcess, 'name' | 'after'>[]): string[][] {
  const left = new Map(processes.map((hosted) => [hosted.name, hosted]));
  const groups: string[][] = [];
  while (left.size > 0) {
    const needed = new Set([...left.values()].flatMap((hosted) => hosted.after));
    const group = [...left.keys()].filter((name) => !needed.has(name));
    if (group.length === 0) throw new Error(`processes wait for each other: ${[...left.keys()].join(', ')}`);
    for (const name of group) left.delete(name);
    groups.push(group);
  }
  return groups;
}
