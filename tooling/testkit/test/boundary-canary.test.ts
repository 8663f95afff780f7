import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { forbidden } from '../../../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '../../..');
const checker = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const canary = join(root, 'tooling/testkit/boundary-canary');

/** Runs the real checker with the real rules, as `pnpm boundaries` does. */
const cruise = (folder: string): { rule: { name: string }; from: string }[] => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      checker,
      ...['apps', 'libs', 'services', 'tooling'],
      ...['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout).summary.violations;
};

describe('the boundaries between layers', () => {
  test('finds one bad import for every rule', () => {
    const hit = new Set(cruise(canary).map(({ rule }) => rule.name));
    expect([...hit].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
