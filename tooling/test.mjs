// Runs jest with what ES modules and TypeScript need: `node tooling/test.mjs [unit|int|e2e] [jest arguments]`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const kinds = ['unit', 'int', 'e2e'];
const root = join(import.meta.dirname, '..');
const jest = createRequire(join(root, 'package.json')).resolve('jest/bin/jest');
const [first, ...others] = process.argv.slice(2);
const chosen = first && kinds.includes(first) ? [...others, '--selectProjects', first] : process.argv.slice(2);

const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--config', 'jest.config.mjs', ...chosen],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } },
);
process.exit(status ?? 1);
