import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const leftOut = new Set(['dist', '.next', '.turbo', 'screenshots']);

export interface Checkout {
  root: string;
  remove(): Promise<void>;
}

/** This checkout once more, for tests that change its source; what is installed is shared with it. */
export async function copyCheckout(): Promise<Checkout> {
  const copy = await mkdtemp(join(tmpdir(), 'quayside-checkout-'));
  const isSource = (path: string) => !leftOut.has(basename(path));
  for (const folder of ['apps', 'libs', 'services', 'tooling']) {
    await cp(join(root, folder), join(copy, folder), {
      ...{ recursive: true, verbatimSymlinks: true, filter: isSource },
    });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  await mkdir(join(copy, '.quayside'));
  await symlink(join(root, '.quayside/tools'), join(copy, '.quayside/tools'));
  return { root: copy, remove: () => rm(copy, { recursive: true, force: true, maxRetries: 5 }) };
}
