import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../src/main/demo-users.ts';
import { publishLeadSeconds, retiredSeconds } from '../src/domain/signing-key.ts';
import { createSigningKeyStore } from '../src/store/signing-key-store.ts';
import { createEnsureSigningKey, createRotateSigningKey } from '../src/usecases/rotate-signing-key.ts';
import { headerOf, signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

const publishedKids = async (): Promise<string[]> => {
  const visit = await started.browser().get('/identity/jwks');
  return (JSON.parse(visit.text) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
};
const signingKid = async () => {
  const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
  return headerOf(tokens['access_token'])['kid'];
};

describe('signing keys', () => {
  test('starting many times at once makes one key', async () => {
    const { changeKeys } = createSigningKeyStore(started.database.pool);
    const ensure = createEnsureSigningKey({ changeKeys, now: () => new Date() });
    await Promise.all(Array.from({ length: 5 }, () => ensure()));
    expect(await publishedKids()).toHaveLength(1);
  });

  test('rotate: the next is published first, then signs, and the old one goes with its last token', async () => {
    const { changeKeys } = createSigningKeyStore(started.database.pool);
    const [old] = await publishedKids();
    await createRotateSigningKey({ changeKeys, now: () => new Date() })();
    await started.identity.reloadKeys();
    const both = await publishedKids();
    const next = both.find((kid) => kid !== old);
    expect(both).toHaveLength(2);
    expect(await signingKid()).toBe(old);

    started.clock.aheadMs = (publishLeadSeconds + 1) * 1000;
    await started.identity.reloadKeys();
    expect(await signingKid()).toBe(next);
    expect(await publishedKids()).toEqual(expect.arrayContaining([old, next]));

    started.clock.aheadMs = (publishLeadSeconds + retiredSeconds + 1) * 1000;
    await started.identity.reloadKeys();
    expect(await publishedKids()).toEqual([next]);
    expect(await signingKid()).toBe(next);
  });
});
