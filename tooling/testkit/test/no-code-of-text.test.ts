import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');

/** Rules that find something, as `pnpm lint` has them for a file of that place. */
const found = (place: string, code: string): string[] => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/eslint/bin/eslint.js'),
      ...['--stdin', '--stdin-filename', place, '--format', 'json'],
    ],
    { cwd: root, encoding: 'utf8', input: code },
  );
  if (!stdout) throw new Error(stderr);
  const [{ messages }] = JSON.parse(stdout) as [{ messages: { ruleId: string }[] }];
  return messages.map(({ ruleId }) => ruleId);
};

const code = `import { runInNewContext } from 'node:vm';
export const made = (text: string) => [
  eval(text),
  new Function(text),
  setTimeout('text()', 1),
  'javascript:text()',
  runInNewContext(text),
];
`;

test.each([
  'apps/gateway/src/edge/same-origin.ts',
  'apps/storefront/src/proxy.ts',
  'libs/http/src/answer.ts',
])('code that is made of text is found in %s, in each of its ways', (place) => {
  const rules = ['no-eval', 'no-new-func', 'no-implied-eval', 'no-script-url', 'no-restricted-imports'];
  expect(found(place, code)).toEqual(expect.arrayContaining(rules));
});
