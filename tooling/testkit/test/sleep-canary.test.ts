import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../../..');
/** Rules that need no types, and so no file that is there. */
const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });

const ruledOut = async (path: string, text: string): Promise<boolean> => {
  const results = await eslint.lintText(text, { filePath: join(root, path) });
  return results.some(({ messages }) => messages.some(({ ruleId }) => ruleId === 'no-restricted-syntax'));
};

const tests = [
  'services/catalog/test/a.int.test.ts',
  'libs/runtime/src/a.test.ts',
  'apps/storefront/src/api/a.test.ts',
  'apps/storefront/src/ui/a.test.tsx',
  'tooling/e2e/test/a.e2e.test.ts',
];
const sleeps = [
  'await new Promise((resolve) => setTimeout(resolve, 5));',
  `import { setTimeout as pause } from 'node:timers/promises'; await pause(5);`,
  `import * as timers from 'timers/promises'; await timers.setTimeout(5);`,
  `const { setTimeout: pause } = await import('node:timers/promises'); await pause(5);`,
  `import { promisify } from 'node:util'; await promisify(setTimeout)(5);`,
  'const late = Promise.withResolvers(); setTimeout(late.resolve, 5); await late.promise;',
  'await page.waitForTimeout(5);',
  'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);',
];

test.each(tests)('%s may sleep in no way', async (path) => {
  for (const sleep of sleeps) expect([sleep, await ruledOut(path, sleep)]).toEqual([sleep, true]);
  expect(await ruledOut(path, 'const timer = setTimeout(() => undefined, 5); clearTimeout(timer);')).toBe(
    false,
  );
});
