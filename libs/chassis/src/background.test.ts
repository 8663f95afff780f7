import { expect, test } from '@jest/globals';
import { createLogger } from '@quayside/runtime';
import { periodically, untilDone } from './background.ts';

const logger = createLogger({ service: 'test', level: 'silent' });

test('what runs periodically goes on after a failed run, and a close waits for the run under way', async () => {
  const third = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  let runs = 0;
  const work = async () => {
    runs += 1;
    if (runs < 3) throw new Error('not yet');
    third.resolve();
    await mayEnd.promise;
  };
  const background = periodically({ everyMs: 1, work })({ name: 'work', logger });
  await background.start();
  await third.promise;
  let closed = false;
  const closing = background.close().then(() => (closed = true));
  await new Promise(setImmediate);
  expect(closed).toBe(false);
  mayEnd.resolve();
  await closing;
  expect(runs).toBe(3);
});

test('what has to be done once is tried until it succeeds, and not again', async () => {
  const done = Promise.withResolvers<void>();
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries < 2) throw new Error('not yet');
    done.resolve();
  };
  const background = untilDone({ work })({ name: 'work', logger });
  await background.start();
  await done.promise;
  await background.close();
  expect(tries).toBe(2);
});

test('a close ends the tries of what never succeeds', async () => {
  const tried = Promise.withResolvers<void>();
  const work = () => {
    tried.resolve();
    return Promise.reject(new Error('never'));
  };
  const background = untilDone({ work })({ name: 'work', logger });
  await background.start();
  await tried.promise;
  await background.close();
});
