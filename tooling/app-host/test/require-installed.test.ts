import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const guard = join(import.meta.dirname, '../../require-installed.mjs');
const ownNode = Number.parseInt(process.versions.node, 10);

let checkout: string;
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'quayside-not-installed-'));
  await mkdir(join(checkout, 'tooling'));
  await cp(guard, join(checkout, 'tooling/require-installed.mjs'));
  await writeFile(join(checkout, 'main.mjs'), 'console.log("it runs")');
});
afterEach(() => rm(checkout, { recursive: true }));

const given = async ({ isInstalled, node }: { isInstalled: boolean; node: number }) => {
  await writeFile(join(checkout, 'pnpm-workspace.yaml'), `packages: []\nnodeVersion: ${node}.0.0\n`);
  if (isInstalled) {
    await mkdir(join(checkout, 'node_modules'));
    await writeFile(join(checkout, 'node_modules/.modules.yaml'), '');
  }
};
const run = () =>
  spawnSync(process.execPath, ['--import', './tooling/require-installed.mjs', 'main.mjs'], {
    cwd: checkout,
    encoding: 'utf8',
  });

test('what is installed runs', async () => {
  await given({ isInstalled: true, node: ownNode });
  expect(run()).toMatchObject({ status: 0, stdout: 'it runs\n', stderr: '' });
});

test.each([
  ['an installation broke off', { isInstalled: false, node: ownNode }],
  ['the Node is another than ours', { isInstalled: true, node: ownNode + 1 }],
])('where %s, one line says what is needed', async (_what, state) => {
  await given(state);
  const { status, stdout, stderr } = run();
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /^The packages could not be installed.* \(this machine's says \d{4}-\d\d-\d\dT.*\n$/,
  );
});
