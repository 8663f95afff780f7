import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import type { HostedProcess } from './hosted-process.ts';
import { watchSources } from './watch-sources.ts';
import type { SourceChange } from './watch-sources.ts';

let root: string;
let stop: () => void;
let next: PromiseWithResolvers<SourceChange>;

const hosted = (name: string): HostedProcess => ({
  ...{ name, cwd: `services/${name}`, port: 'catalog', ready: { port: 'catalog', path: '/readyz' } },
  ...{ isOurs: true, needs: [], after: [], environment: () => ({}) },
});

async function createPackage(folder: string, dependencies: Record<string, string>): Promise<void> {
  await mkdir(join(root, folder, 'src', 'store'), { recursive: true });
  await writeFile(join(root, folder, 'package.json'), JSON.stringify({ dependencies }));
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quayside-watch-'));
  await createPackage('services/catalog', { '@quayside/http': 'workspace:*', zod: '1' });
  await createPackage('services/basket', { '@quayside/runtime': 'workspace:*' });
  await createPackage('libs/http', { '@quayside/runtime': 'workspace:*' });
  await createPackage('libs/runtime', {});
  next = Promise.withResolvers();
  stop = await watchSources(root, [hosted('catalog'), hosted('basket')], (change) => next.resolve(change));
});

afterEach(async () => {
  stop();
  await rm(root, { recursive: true });
});

test('a file of a process touches that process', async () => {
  await writeFile(join(root, 'services/basket/src/store/a.ts'), '');
  expect(await next.promise).toEqual({ processes: ['basket'], files: ['services/basket/src/store/a.ts'] });
});

test('a file of a library touches all that import it, also through another library', async () => {
  await writeFile(join(root, 'libs/runtime/src/a.ts'), '');
  expect((await next.promise).processes.sort()).toEqual(['basket', 'catalog']);
});

test('tests are not source', async () => {
  await writeFile(join(root, 'services/basket/src/a.test.ts'), '');
  await writeFile(join(root, 'services/catalog/src/b.ts'), '');
  expect(await next.promise).toEqual({ processes: ['catalog'], files: ['services/catalog/src/b.ts'] });
});

test('a file that an editor replaces stays watched', async () => {
  const file = join(root, 'services/basket/src/store/a.ts');
  for (const text of ['1', '2', '3']) {
    await writeFile(`${file}.tmp`, text);
    await rename(`${file}.tmp`, file);
    expect((await next.promise).files).toEqual(['services/basket/src/store/a.ts']);
    next = Promise.withResolvers();
  }
  await writeFile(file, '4');
  expect((await next.promise).files).toEqual(['services/basket/src/store/a.ts']);
});

test('a new folder is watched too', async () => {
  await mkdir(join(root, 'services/basket/src/http'));
  await writeFile(join(root, 'services/basket/src/http/a.ts'), '');
  expect((await next.promise).processes).toEqual(['basket']);
});
