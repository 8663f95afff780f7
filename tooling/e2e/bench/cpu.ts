import { readdirSync, readFileSync } from 'node:fs';

/** `sysconf(_SC_CLK_TCK)` is 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Fields of `/proc/<pid>/stat` after the command, which may hold blanks (proc(5)). */
const statOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

const childrenOf = (parents: Set<number>): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return parents.has(Number(statOf(pid)[1]));
      } catch {
        return false;
      }
    });

const familyOf = (pid: number): Set<number> => {
  const family = new Set([pid]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const child of childrenOf(family)) family.add(child);
  }
  return family;
};

/** CPU seconds, user and system, used so far by a process and its children. */
export const cpuSeconds = (pid: number): number => {
  let ticks = 0;
  for (const member of familyOf(pid)) {
    try {
      const stat = statOf(member);
      ticks += Number(stat[11]) + Number(stat[12]);
    } catch {
      // It ended in between.
    }
  }
  return ticks / ticksPerSecond;
};

/** Proportional set size in MB (shared pages divided among their users) of a process and its children. */
export const memoryMb = (pid: number): number => {
  let kb = 0;
  for (const member of familyOf(pid)) {
    try {
      kb += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended in between.
    }
  }
  return kb / 1024;
};
