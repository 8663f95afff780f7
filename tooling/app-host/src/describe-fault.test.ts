import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { describeFault } from './describe-fault.ts';

const cwd = 'services/catalog';
let root: string;
let file: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quayside fault-'));
  file = await write('src/domain/item.ts', 'import { price } from "./price.ts";\nimport "./gone.ts";\n');
});

afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<string> {
  const target = join(root, cwd, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
  return target;
}

const describe = (text: string) => describeFault(text.split('\n'), { root, cwd });

test('a file that does not parse', () => {
  const output = `node:internal/modules/run_main:107
    triggerUncaughtException(
    ^

${pathToFileURL(file).href}:2
const x = ;
          ^

SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Expression expected
    at parseTypeScript (node:internal/modules/typescript:72:36) {
  code: 'ERR_INVALID_TYPESCRIPT_SYNTAX'
}

Node.js v24.0.0`;
  expect(describe(output)).toBe('services/catalog/src/domain/item.ts:2: SyntaxError: Expression expected');
});

test('an import of what is not there', () => {
  const output = `node:internal/modules/esm/resolve:272
    throw new ERR_MODULE_NOT_FOUND(
          ^

Error [ERR_MODULE_NOT_FOUND]: Cannot find module '${join(dirname(file), 'gone.ts')}' imported from ${file}
    at finalizeResolution (node:internal/modules/esm/resolve:272:11) {
  code: 'ERR_MODULE_NOT_FOUND'
}`;
  expect(describe(output)).toBe(
    "services/catalog/src/domain/item.ts:2: Cannot find module 'services/catalog/src/domain/gone.ts'",
  );
});

test('a module that throws at load, inside a package', () => {
  const output = `${root}/node_modules/zod/index.js:9
    throw new TypeError('no')
    ^

TypeError: no
  shape given
    at object (${pathToFileURL(root).href}/node_modules/zod/index.js:9:11)
    at ${pathToFileURL(file).href}:7:45
    at ModuleJob.run (node:internal/modules/esm/module_job:561:25)`;
  expect(describe(output)).toBe('services/catalog/src/domain/item.ts:7: TypeError: no shape given');
});

test('a configuration that is refused', async () => {
  await write('src/main/config.ts', 'z.object({\n  PORT: port,\n  CURRENCY: currency,\n})');
  const output = `catalog cannot start. The configuration has 2 fault(s):
  - CURRENCY is missing (three letters)
  - PORT is not valid: too big`;
  expect(describe(output)).toBe(
    'services/catalog/src/main/config.ts:3: CURRENCY is missing (three letters); PORT is not valid: too big',
  );
});

test('a migration that fails', async () => {
  await write(
    'src/store/migrations/0002-stock.ts',
    "\nexport const stock = {\n  name: '0002-stock',\n  sql: `\n",
  );
  const stack =
    'Error: Migration 0002-stock, line 3 failed: syntax error at or near "TABEL"\n    at apply (/x.ts:1:1)';
  expect(describe(JSON.stringify({ level: 'fatal', err: { stack }, msg: 'could not start' }))).toBe(
    'services/catalog/src/store/migrations/0002-stock.ts:6: ' +
      'Migration 0002-stock, line 3 failed: syntax error at or near "TABEL"',
  );
});

test.each(['error', 'OutOfRange'])('an error that calls itself %s', (name) => {
  const stack = `${name}: no berth free\n    at seed (${pathToFileURL(file).href}:9:11)\n    at next (${file}:12:1)`;
  expect(describe(JSON.stringify({ level: 'fatal', err: { stack }, msg: 'could not start' }))).toBe(
    `services/catalog/src/domain/item.ts:9: ${name === 'error' ? '' : `${name}: `}no berth free`,
  );
});

test('something else', () => {
  expect(describe('Segmentation fault\n')).toBe('Segmentation fault');
  expect(describe('')).toBe('it ended without a word');
});
