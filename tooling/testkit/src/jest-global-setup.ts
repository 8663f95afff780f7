import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBacking, type Backing, type BackingName } from '@quayside/backing-services';
import { leaveWithFault } from './leave-with-fault.ts';
import { testServiceVariables } from './test-services.ts';

declare global {
  var quaysideTestBacking: Backing | undefined;
}

const toolsDir = join(import.meta.dirname, '../../../.quayside/tools');
const names = Object.keys(testServiceVariables) as BackingName[];

/** Starts, once per run, those backing services that no `QUAYSIDE_TEST_*` variable names. */
export default async function startTestServices(): Promise<void> {
  const missing = names.filter((name) => !process.env[testServiceVariables[name]]);
  if (missing.length === 0 || globalThis.quaysideTestBacking) return;
  const backing = await start(missing).catch(leaveWithFault);
  globalThis.quaysideTestBacking = backing;
  for (const name of missing) process.env[testServiceVariables[name]] = backing.urls[name];
}

async function start(only: readonly BackingName[]): Promise<Backing> {
  const dataDir = await mkdtemp(join(tmpdir(), 'quayside-test-'));
  return startBacking({ dataDir, toolsDir, only, ephemeral: true });
}
