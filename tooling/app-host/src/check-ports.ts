import { setTimeout as sleep } from 'node:timers/promises';

import { findPortHolder, isPortFree } from '@quayside/backing-services';

import { HostError } from './host-error.ts';

export interface WantedPort {
  name: string;
  port: number;
}

interface Patience {
  patienceMs?: number;
  onWait?(message: string): void;
}

/**
 * Refuses to start while a port is taken. A holder that works inside one of `folders` was probably left by a run that
 * was killed, and its guard is ending it: that one is waited for, ten seconds by default.
 *
 * @throws HostError with one line for each taken port, naming the holder where the system tells
 */
export async function checkPorts(
  wanted: readonly WantedPort[],
  folders: readonly string[],
  patience: Patience = {},
): Promise<void> {
  const findings = await Promise.all(wanted.map((port) => describeConflict(port, folders, patience)));
  const conflicts = findings.filter((finding) => finding !== undefined);
  if (conflicts.length > 0) throw new HostError(conflicts.join('\n'));
}

async function describeConflict(
  { name, port }: WantedPort,
  folders: readonly string[],
  { patienceMs = 10_000, onWait }: Patience,
): Promise<string | undefined> {
  const deadline = performance.now() + patienceMs;
  for (let told = false; !(await isPortFree(port)); await sleep(100)) {
    const holder = await findPortHolder(port);
    if (holder && folders.some((folder) => isInside(folder, holder.cwd)) && performance.now() < deadline) {
      if (!told) onWait?.(`waiting for pid ${holder.pid} of this folder to leave port ${port}`);
      told = true;
      continue;
    }
    if (!holder && (await isPortFree(port))) return undefined; // gone in between
    const by = holder ? ` by pid ${holder.pid} (${holder.command})` : '';
    return `Port ${port} for ${name} is in use${by}: stop that, or use --port-offset, e.g. 1000`;
  }
  return undefined;
}

const isInside = (root: string, folder: string | undefined): boolean =>
  folder === root || folder?.startsWith(`${root}/`) === true;
