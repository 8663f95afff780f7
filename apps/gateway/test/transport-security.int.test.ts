import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGateway } from './test-gateway.ts';

type Gateway = Awaited<ReturnType<typeof startTestGateway>>;
let secure: Gateway;
let plain: Gateway;

beforeAll(async () => {
  // What it speaks itself is plain: TLS ends in front of it, and the browser is where the origin says.
  secure = await startTestGateway({ environment: { PUBLIC_ORIGIN: 'https://shop.test' } });
  plain = await startTestGateway();
});
afterAll(() => Promise.all([secure?.close(), plain?.close()]));

test('a shop by https tells browsers to come by nothing else for a year, whatever they asked for', async () => {
  for (const path of ['/', '/nowhere', '/api/v1/nowhere', '/auth/session']) {
    const answer = await fetch(new URL(path, secure.origin), { redirect: 'manual' });
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  }
});

test('a shop by http, as while developing, does not', async () => {
  const answer = await fetch(new URL('/auth/session', plain.origin));
  expect(answer.headers.get('strict-transport-security')).toBeNull();
});
