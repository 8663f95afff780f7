import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { driftOf } from '../src/drift.ts';
import { generatedFiles } from '../src/generated-files.ts';
import { readsFile } from '../src/reads-file.ts';

const root = join(import.meta.dirname, '../../..');
let copy: string;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'quayside-generate-'));
});
afterEach(() => rm(copy, { recursive: true }));

const all = async () => [await readsFile(root), ...(await generatedFiles(root))];

test('what is committed is what the list and the schemas say', () => {
  const script = join(root, 'tooling/system/src/generate.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: '' });
});

test('a file changed by hand, and one that is gone, are each told in a line that says what to run', async () => {
  const files = await all();
  for (const { path } of files) await cp(join(root, path), join(copy, path), { recursive: true });
  expect(await driftOf(copy, files)).toEqual([]);

  const [changed, gone] = [
    'deploy/k8s/base/processes/catalog.yaml',
    'deploy/k8s/overlays/demo/job-names.yaml',
  ];
  const text = await readFile(join(copy, changed), 'utf8');
  await writeFile(join(copy, changed), text.replace(/memory: \d+Mi/, 'memory: 1Mi'));
  await rm(join(copy, gone));
  expect(await driftOf(copy, files)).toEqual([
    `${changed} is out of date; run: npx pnpm generate`,
    `${gone} is missing; run: npx pnpm generate`,
  ]);
});

test('a manifest of a process that is no longer in the list is told too', async () => {
  const files = await all();
  for (const { path } of files) await cp(join(root, path), join(copy, path), { recursive: true });
  const folder = dirname('deploy/k8s/base/processes/catalog.yaml');
  await cp(join(copy, folder, 'catalog.yaml'), join(copy, folder, 'retired.yaml'));
  expect(await driftOf(copy, files)).toEqual([
    `${folder}/retired.yaml is of no process in the list; delete it`,
  ]);
});
