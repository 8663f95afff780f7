import { expect, test } from '@jest/globals';
import { createLogger } from '@quayside/runtime';
import { AttemptsExhausted, Interrupted, retry } from './retry.ts';

const policy = { attempts: 3, baseMs: 1, maxMs: 2 };
const logger = createLogger({ service: 'test', level: 'silent' });

test('stops at the first success', async () => {
  const counts: number[] = [];
  await retry(policy, { signal: new AbortController().signal, logger }, async (count) => {
    counts.push(count);
    if (count < 2) throw new Error('not yet');
  });
  expect(counts).toEqual([1, 2]);
});

test('gives up after the bound and says how often it tried and why', async () => {
  const cause = new Error('never');
  const failing = retry(policy, { signal: new AbortController().signal, logger }, () =>
    Promise.reject(cause),
  );
  await expect(failing).rejects.toMatchObject({ attempts: 3, cause });
  await expect(failing).rejects.toBeInstanceOf(AttemptsExhausted);
});

test('a stop ends the wait between two tries', async () => {
  const stopping = new AbortController();
  const waiting = retry(
    { attempts: 2, baseMs: 60_000, maxMs: 60_000 },
    { signal: stopping.signal, logger },
    () => {
      setImmediate(() => stopping.abort());
      return Promise.reject(new Error('not yet'));
    },
  );
  await expect(waiting).rejects.toBeInstanceOf(Interrupted);
});
