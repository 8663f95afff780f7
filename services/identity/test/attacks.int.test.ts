import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../src/main/demo-users.ts';
import { signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const shopper = 'shopper@quayside.test';
const admin = 'admin@quayside.test';
let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

/** Guesses from one address, all at once; the statuses of the answers. */
const guess = async (address: string, emails: readonly string[]): Promise<number[]> => {
  const browser = started.browser(address);
  const { url } = await browser.get(started.client.authorize().url);
  const answers = await Promise.all(
    emails.map((email, index) => browser.submit(url.href, { email, password: `guess number ${index}` })),
  );
  return answers.map(({ status }) => status);
};
const many = (count: number, email: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => email(index));
const countOf = (statuses: readonly number[], wanted: number) =>
  statuses.filter((status) => status === wanted).length;

/** The rest of a test comes a quarter of an hour later. */
const later = () => {
  started.clock.aheadMs += 16 * 60_000;
};

describe('guessing passwords', () => {
  test('of 300 accounts from one address is bounded, also from all addresses of an IPv6 network', async () => {
    let checked = 0;
    for (let batch = 0; batch < 20; batch += 1) {
      const emails = many(15, (index) => `sprayed-${batch * 15 + index}@example.com`);
      checked += countOf(await guess(`2001:db8:0:1::${batch + 1}`, emails), 401);
    }
    expect(checked).toBeLessThanOrEqual(40);
    expect(countOf(await guess('2001:db8:0:2::1', ['sprayed-0@example.com']), 401)).toBe(1);
    later();
  });

  test('of one account from 20 addresses is bounded', async () => {
    let checked = 0;
    for (let host = 1; host <= 20; host += 1)
      checked += countOf(
        await guess(
          `198.51.100.${host}`,
          many(5, () => admin),
        ),
        401,
      );
    expect(checked).toBeLessThanOrEqual(20);
    later();
  });

  test('locks nobody out on a device where they were signed in, and a stolen name of it helps nobody', async () => {
    const { browser } = await signInAs(started, shopper, demoPassword, started.browser('203.0.113.20'));
    const guessAll = async () => {
      for (let host = 1; host <= 8; host += 1)
        await guess(
          `198.51.100.${100 + host}`,
          many(6, () => shopper),
        );
    };
    await guessAll();
    await expect(signInAs(started, shopper, demoPassword, started.browser('203.0.113.21'))).rejects.toThrow();
    const device = [...browser.cookies()].filter(([name]) => name.includes('device'));
    expect(device).toHaveLength(1);
    const owner = started.browser('203.0.113.22', device);
    await signInAs(started, shopper, demoPassword, owner);
    expect(device[0]?.[1].value).not.toContain('01971f00');

    const elsewhere = started.browser('203.0.113.23', device);
    const { url } = await elsewhere.get(started.client.authorize().url);
    const answers = [];
    for (let turn = 0; turn < 8; turn += 1)
      answers.push((await elsewhere.submit(url.href, { email: admin, password: `wrong ${turn}` })).status);
    // To another account the device is a stranger like any other.
    expect(answers.filter((status) => status === 429)).toHaveLength(3);
    later();
  });

  test('by a device whose cookie was made up counts like any other', async () => {
    const forged = [
      ['__Host-quayside-device', { value: `${crypto.randomUUID()}.${'A'.repeat(22)}`, path: '/' }],
    ] as const;
    const browser = started.browser('203.0.113.30', forged);
    const { url } = await browser.get(started.client.authorize().url);
    const statuses = [];
    for (let turn = 0; turn < 7; turn += 1)
      statuses.push((await browser.submit(url.href, { email: shopper, password: 'wrong' })).status);
    expect(countOf(statuses, 401)).toBe(5);
    later();
  });

  test('130 times at once does not keep others out', async () => {
    const owner = started.browser('203.0.113.40');
    const crowd = Promise.all([
      ...many(100, (index) => `crowd-${index}@example.com`).map((email, index) =>
        guess(`198.51.101.${index % 4}`, [email]),
      ),
      ...many(30, () => admin).map((email, index) => guess(`198.51.102.${index}`, [email])),
    ]);
    const others = await Promise.all(
      [owner, started.browser('203.0.113.41'), started.browser('203.0.113.42')].map((browser) =>
        signInAs(started, shopper, demoPassword, browser),
      ),
    );
    expect(others.map(({ tokens }) => typeof tokens['access_token'])).toEqual(Array(3).fill('string'));
    const statuses = (await crowd).flat();
    expect(statuses.every((status) => [401, 429, 503].includes(status))).toBe(true);
  });
});
