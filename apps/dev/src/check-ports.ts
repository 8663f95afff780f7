import { setTimeout as sleep } from 'node:timers/promises';

import { findPortHolder, isPortFree } from '@quayside/backing';

import { HostError } from './host-error.ts';

export interface WantedPort {
  name: string;
  port: number;
}

/**
 * Refuses to start while a port is taken. A holder that works inside `root` was left by a run that was killed; its
 * guard is ending it, so that one is waited for, up to `patienceMs`.
 *
 * @throws HostError with one line for each taken port, naming the holder where the system tells
 */
export async function checkPorts(
  wanted: readonly WantedPort[],
  root: string,
  patienceMs = 10_000,
): Promise<void> {
  const findings = await Promise.all(wanted.map((port) => describeConflict(port, root, patienceMs)));
  const conflicts = findings.filter((finding) => finding !== undefined);
  if (conflicts.length > 0) throw new HostError(conflicts.join('\n'));
}

async function describeConflict(
  { name, port }: WantedPort,
  root: string,
  patienceMs: number,
): Promise<string | undefined> {
  for (const deadline = performance.now() + patienceMs; !(await isPortFree(port)); await sleep(100)) {
    const holder = await findPortHolder(port);
    const isLeftover = holder?.cwd === root || holder?.cwd?.startsWith(`${root}/`);
    if (isLeftover && performance.now() < deadline) continue;
    if (!holder && (await isPortFree(port))) return undefined; // gone in between
    const by = holder ? ` by pid ${holder.pid} (${holder.command})` : '';
    return `Port ${port} for ${name} is in use${by}: stop that, or use --port-offset, e.g. 1000`;
  }
  return undefined;
}
