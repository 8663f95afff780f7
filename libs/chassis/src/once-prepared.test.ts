import { expect, test } from '@jest/globals';
import { createLogger } from '@quayside/runtime';
import { oncePrepared } from './once-prepared.ts';

const logger = createLogger({ service: 'test', level: 'silent' });

/** A store that refuses until it is prepared. */
const storeThatWaits = () => {
  const asked = Promise.withResolvers<void>();
  const store = {
    name: 'database',
    isPrepared: false,
    asked: asked.promise,
    prepare: async () => {
      asked.resolve();
      if (!store.isPrepared) throw new Error('not yet');
    },
  };
  return store;
};

test('starts when the store is prepared, not before', async () => {
  const store = storeThatWaits();
  const started = Promise.withResolvers<boolean>();
  const waiting = oncePrepared(store, logger, async () => started.resolve(store.isPrepared));
  await store.asked;
  store.isPrepared = true;
  expect(await started.promise).toBe(true);
  await waiting.close();
});

test('never starts in a process that stops first', async () => {
  const store = storeThatWaits();
  let started = false;
  const waiting = oncePrepared(store, logger, async () => void (started = true));
  await store.asked;
  await waiting.close();
  store.isPrepared = true;
  expect(started).toBe(false);
});

test('a stop waits for a start under way', async () => {
  const store = { ...storeThatWaits(), prepare: async () => undefined };
  const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let ended = false;
  const waiting = oncePrepared(store, logger, async () => {
    begun.resolve();
    await mayEnd.promise;
    ended = true;
  });
  await begun.promise;
  const closed = waiting.close();
  mayEnd.resolve();
  await closed;
  expect(ended).toBe(true);
});
