import type { createControl } from '../src/control.ts';
import { cpuSeconds } from './cpu.ts';

export interface Used {
  name: string;
  /** Seconds. */
  cpu: number;
}

/** Runs `work`; tells the CPU that each process, and the bench itself, used meanwhile. */
export type Measured = <T>(work: () => Promise<T>) => Promise<{ result: T; used: Used[] }>;

export const createMeasured =
  (control: Pick<ReturnType<typeof createControl>, 'processes'>): Measured =>
  async (work) => {
    const processes = (await control.processes()).flatMap(({ name, pid }) =>
      pid === null ? [] : [{ name, pid }],
    );
    const counted = [...processes, { name: 'this bench', pid: process.pid }];
    const before = counted.map(({ pid }) => cpuSeconds(pid));
    const result = await work();
    const used = counted.map(({ name, pid }, at) => ({ name, cpu: cpuSeconds(pid) - (before[at] ?? 0) }));
    return { result, used: used.filter(({ cpu }) => cpu > 0).sort((a, b) => b.cpu - a.cpu) };
  };
