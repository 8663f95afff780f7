import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Command } from '../src/commands.ts';
import { reads } from '../src/reads.ts';
import { wiring } from '../src/wiring.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const [, after = ''] = read('docs/operations.md').split(
  '\nWhat is outside, and where its address comes from:\n',
);
const rows = [...(after.split('\nNobody else gives')[0] ?? '').matchAll(/^\| (.+) \|$/gm)]
  .slice(2)
  .map(([, row = '']) => row.split(' | '));
const codeIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

test('docs/operations.md has every address outside of the system that a process reads', () => {
  const leadsInside = (name: string): boolean => {
    const command = { owner: 'any', process: { port: 1 } } as unknown as Command;
    return 'to' in (wiring[name]?.inCluster?.(command) ?? {});
  };
  const addresses = Object.values(reads)
    .flat()
    .filter((name) =>
      /_(URL|ENDPOINT|BROKERS|ORIGIN|ORIGINS|ISSUER|PROVIDERS|REGION|ALLOWED|HOST)$/.test(name),
    )
    .filter((name) => !leadsInside(name));
  expect([...new Set(addresses)].sort()).toEqual(rows.flatMap(([, , , address]) => codeIn(address)).sort());
  expect(leadsInside('IDENTITY_URL')).toBe(true);
});

/** What opens connections: of Node, of libraries, of the language. */
const outward =
  /(?<![.\w])fetch\(|\bS3Client\(|\bcreateTransport\(|new (?:pg\.)?(?:Pool|Client|Redis|MongoClient)\(|new OTLPTraceExporter\(|from '(?:http-proxy-middleware|undici|openid-client|web-push|kafkajs|@platformatic\/kafka)'|import (?!type)\{[^}]*\b(?:request|connect)\b[^}]*\} from 'node:(?:http|https|http2|net|tls)'/;
/** They speak to other processes of ours, by addresses that are wired to them, and to nothing else. */
const inside = [
  'apps/gateway/src/downstream/services.ts',
  'apps/gateway/src/main/wire.ts',
  'apps/gateway/src/proxy/forward-upgrades.ts',
  'apps/gateway/src/sign-in/openid-client.ts',
  'apps/gateway/src/status/status-routes.ts',
  'apps/gateway/src/status/system-status.ts',
  'apps/storefront/src/api/server/gateway.ts',
  'libs/http/src/service-calls.ts',
  'services/catalog/src/store/change-feed.ts',
  // The port, and who calls it.
  'services/catalog/src/store/imports/import-pictures.ts',
  'services/catalog/src/usecases/imports/picture-fetcher.ts',
  // In the browser, to the origin of the page.
  'services/identity/src/http/pages/proof-form.ts',
];

test('docs/operations.md has every place in the code that speaks to the outside', () => {
  const speaking = globSync('{apps/gateway,apps/storefront,services/*,libs/*}/src/**/*.{ts,tsx}', {
    cwd: root,
  })
    .filter(
      (path) => !/\.test\.tsx?$|^libs\/testkit\/|^apps\/storefront\/src\/(api\/browser|worker)\//.test(path),
    )
    .filter((path) => outward.test(read(path)));
  const documented = rows.flatMap(([, , , , where]) => codeIn(where));
  const unknown = speaking.filter(
    (path) =>
      !inside.includes(path) && !documented.some((place) => path === place || path.startsWith(`${place}/`)),
  );
  expect(unknown).toEqual([]);
  const quiet = [...documented, ...inside].filter(
    (place) => !speaking.some((path) => path === place || path.startsWith(`${place}/`)),
  );
  expect(quiet).toEqual([]);
});
