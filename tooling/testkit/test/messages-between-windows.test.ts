import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const sources = globSync('{apps,services}/*/{src,assets}/**/*.{ts,tsx,js}', { cwd: root })
  .filter((path) => !/\.test\.tsx?$/.test(path) && statSync(join(root, path)).isFile())
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const pathsWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
const textOf = (path: string) => sources.find((source) => source.path === path)?.text ?? '';

const [ours, theirs] = [
  'apps/storefront/src/ui/payment/use-payment-frame.ts',
  'apps/payment-sandbox/assets/card-form.js',
] as const;

test('messages of other windows are heard in two places, which look at origin and window first', () => {
  expect(pathsWith(/(addEventListener\('message'|\.?\bonmessage\b)/)).toEqual([
    theirs,
    // A worker and a channel hear their own origin alone: no browser lets another one in.
    'apps/storefront/src/api/browser/tabs.ts',
    'apps/storefront/src/features/admin/step-up/step-up-dialog.tsx',
    ours,
    'apps/storefront/src/worker/worker.ts',
  ]);
  expect(textOf(ours)).toMatch(
    /listen = \(event: MessageEvent<unknown>\) => \{\s*const message = messageOfFrame\(event, \{[^}]+\}\);\s*if \(!message\) return;/,
  );
  expect(textOf(theirs)).toMatch(
    /addEventListener\('message', \(event\) => \{\s*if \(event\.source !== window\.parent \|\| event\.origin !== parentOrigin\) return;/,
  );
  for (const path of ['api/browser/tabs.ts', 'features/admin/step-up/step-up-dialog.tsx'])
    expect(textOf(`apps/storefront/src/${path}`)).toContain('new BroadcastChannel(');
});

test('whatever is said to another window names the origin that may hear it', () => {
  const said = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(\w+)\??\.postMessage\(([^\n;]*)\)/g)].map(([, to, what]) => [path, to, what]),
  );
  expect(said.filter(([, to]) => to === 'contentWindow' || to === 'parent')).toEqual([
    ['apps/payment-sandbox/assets/card-form.js', 'parent', 'message, parentOrigin'],
    ['apps/payment-sandbox/assets/challenge.js', 'parent', 'message, parentOrigin'],
    [ours, 'contentWindow', 'message, new URL(url).origin'],
  ]);
  expect(pathsWith(/\.postMessage\([^;]*'\*'|\b(opener|top)\??\.postMessage/)).toEqual([]);
});
