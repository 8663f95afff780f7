import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { strongAcr } from '@quayside/http';
import { strengthOf, waysIn } from '../src/domain/way-in.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/security-rules.md'), 'utf8');
const rowsOf = (section: string): string[][] => {
  const [, after = ''] = page.split(`\n## ${section}\n`);
  return [...(after.split(/\n##/)[0] ?? '').matchAll(/^\| (.+) \|$/gm)]
    .slice(2)
    .map(([, row = '']) => row.split(' | '));
};

test('docs/security-rules.md has every way in of a person, and how strong it is', () => {
  const documented = rowsOf('The ways in').flatMap(([, amr = '', acr = '']) =>
    [...amr.matchAll(/`([^`]+)`/g)].map(([, way]) => `${way} ${acr.replaceAll('`', '')}`),
  );
  expect(documented.sort()).toEqual(waysIn.map((way) => `${way.join(' ')} ${strengthOf(way)}`).sort());
  expect(strengthOf(['pwd', 'otp'])).toBe(strongAcr);
});

test('nobody is signed in but by one of these, and no client gets tokens but in a way that is listed', () => {
  const sources = globSync('services/identity/src/**/*.ts', { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const signingIn = sources.filter(({ text }) => /\blogin: \{|interactionResult\(/.test(text));
  expect(signingIn.map(({ path }) => path)).toEqual([
    'services/identity/src/http/interactions/interaction.ts',
  ]);
  expect(signingIn[0]?.text).toContain('finish(userId: string, way: WayIn): Promise<void>;');
  const grants = sources.flatMap(({ text }) =>
    [...text.matchAll(/grant_types: \[([^\]]*)\]/g)].flatMap(([, types = '']) =>
      [...types.matchAll(/'(\w+)'/g)].map(([, type]) => type),
    ),
  );
  expect([...new Set(grants)].sort()).toEqual(['authorization_code', 'client_credentials', 'refresh_token']);
  expect(rowsOf('The ways in').map(([way]) => way)).toEqual(
    expect.arrayContaining(['API key', 'client that is no person', 'guest']),
  );
});
