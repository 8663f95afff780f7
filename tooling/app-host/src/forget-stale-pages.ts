import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the development server of pages compiled with other packages than are installed now is deleted: it keeps that
 * on disk, and a page made of both reloads itself without end.
 */
export async function forgetStalePages(folder: string, lockfile: string): Promise<void> {
  const compiled = join(folder, '.next', 'dev');
  const madeWith = join(folder, '.next', 'dev-made-with');
  const installed = createHash('sha256')
    .update(await readFile(lockfile).catch(() => ''))
    .digest('hex');
  const before = await readFile(madeWith, 'utf8').catch(() => '');
  if (before === installed) return;
  await rm(compiled, { recursive: true, force: true });
  await mkdir(join(folder, '.next'), { recursive: true });
  await writeFile(madeWith, installed);
}
