import { sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { BackingPortInUse } from './backing-error.ts';
import { isPortFree } from './free-ports.ts';
import { findPortHolder } from './port-holder.ts';
import type { RecipeContext } from './recipe.ts';
import type { BackingName } from './backing.ts';

/**
 * Makes sure that a port can be used. When the process that holds it works in this service's own folder, it is
 * what a killed run left behind and its guard is stopping it: that one is waited for, up to ten seconds.
 *
 * @throws BackingPortInUse which names the holder where the system tells
 */
export async function claimPort(
  name: BackingName,
  port: number,
  { dir, progress }: Pick<RecipeContext, 'dir' | 'progress'>,
): Promise<void> {
  for (let waited = 0; !(await isPortFree(port)); waited += 100) {
    const holder = await findPortHolder(port);
    const isOurs = holder?.cwd !== undefined && `${holder.cwd}${sep}`.startsWith(`${dir}${sep}`);
    if (!holder && (await isPortFree(port))) return; // gone in between
    if (!isOurs || waited >= 10_000) throw new BackingPortInUse(name, port, holder);
    if (waited === 0) progress('waiting for the previous run to end');
    await sleep(100);
  }
}
