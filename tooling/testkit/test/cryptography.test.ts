import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/security-rules.md');

/** What runs in the shop; the payment sandbox stands for somebody else. */
const sources = globSync('{apps,services,libs}/*/src/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !/\.test\.tsx?$|^apps\/payment-sandbox\//.test(path))
  .sort()
  .map((path) => ({ path, text: read(path) }));
const pathsWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

const primitives =
  /\b(createHash|createHmac|createCipheriv|createDecipheriv|hkdfSync|pbkdf2|scrypt|generateKeyPair|createECDH|createSign|createSecureContext|subtle)\b/;
const libraries =
  /^import (?!type)[^;]*from '(jose|@node-rs\/argon2|otplib|@simplewebauthn\/server|web-push|altcha-lib|openid-client)'/m;

describe('cryptography', () => {
  test('is in the inventory of docs/security-rules.md, wherever it is used, and nothing else is', () => {
    const [, inventory = ''] = page.split('\n## Cryptography\n');
    const [listed = ''] = inventory.split('\n## ');
    const used = new Set([...pathsWith(primitives), ...pathsWith(libraries)]);
    const named = [...listed.matchAll(/`((?:apps|services|libs)\/[^`]+)`/g)].map(([, path = '']) => path);
    expect([...used].filter((path) => !named.includes(path))).toEqual([]);
    expect(named.filter((path) => !sources.some((source) => source.path === path))).toEqual([]);
  });

  test('hashes by SHA-256, and by SHA-1 only to read cookies of the version before', () => {
    const weak = /(createHash|createHmac)\(\s*'(?!sha256'|sha384'|sha512')|'(md5|sha1|ripemd160)'/;
    expect(pathsWith(weak)).toEqual(['services/identity/src/http/oidc/cookies.ts']);
  });

  test('takes no chance but that of node:crypto: Math.random spreads waits alone', () => {
    const spreading = /Math\.random\(\)(?! \* jitterMs| \/ 2|\))/;
    expect(pathsWith(spreading)).toEqual([]);
    expect(pathsWith(/Math\.random/)).toEqual([
      'apps/gateway/src/proxy/proxy.ts',
      'apps/storefront/src/api/browser/use-events.ts',
      'libs/runtime/src/backoff.ts',
      'services/identity/src/main/accounts.ts',
      'services/marketing/src/main/create-pushes.ts',
      'services/marketing/src/main/wire.ts',
    ]);
  });
});
