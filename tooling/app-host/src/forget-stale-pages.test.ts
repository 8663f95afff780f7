import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { forgetStalePages } from './forget-stale-pages.ts';

let folder: string;
let lockfile: string;
let compiled: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-pages-'));
  lockfile = join(folder, 'pnpm-lock.yaml');
  compiled = join(folder, '.next', 'dev', 'chunk.js');
  await writeFile(lockfile, 'next: 16.4.5');
});
afterEach(() => rm(folder, { recursive: true }));

const compile = async () => {
  await mkdir(join(folder, '.next', 'dev'), { recursive: true });
  await writeFile(compiled, 'compiled');
};

test('what was compiled with the packages that are installed is kept', async () => {
  await forgetStalePages(folder, lockfile);
  await compile();
  await forgetStalePages(folder, lockfile);
  expect(existsSync(compiled)).toBe(true);
});

test('what was compiled with other packages, or nobody knows with which, is deleted', async () => {
  await compile();
  await forgetStalePages(folder, lockfile);
  expect(existsSync(compiled)).toBe(false);
  await compile();
  await writeFile(lockfile, 'next: 16.4.6');
  await forgetStalePages(folder, lockfile);
  expect(existsSync(compiled)).toBe(false);
});
