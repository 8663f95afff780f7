import { expect, test } from '@jest/globals';
import { createLogger } from './logger.ts';
import { createLoop } from './loop.ts';

const logger = createLogger({ service: 'test', level: 'silent' });
const minute = 60_000;

test('a wake during a pass is not forgotten', async () => {
  const second = Promise.withResolvers<void>();
  let passes = 0;
  const loop = createLoop({
    name: 'test',
    logger,
    pass: async () => {
      passes += 1;
      if (passes === 1) loop.wake();
      else second.resolve();
      return minute;
    },
  });
  loop.start();
  await second.promise;
  await loop.close();
  expect(passes).toBe(2);
});

test('a wake ends the wait between two passes', async () => {
  const passed = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let passes = 0;
  const loop = createLoop({
    name: 'test',
    logger,
    pass: async () => {
      passed[passes]?.resolve();
      passes += 1;
      return minute;
    },
  });
  loop.start();
  await passed[0]?.promise;
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  loop.wake();
  await passed[1]?.promise;
  await loop.close();
  expect(passes).toBe(2);
});

test('a failing pass is tried again, and wakes do not hurry it', async () => {
  const recovered = Promise.withResolvers<void>();
  let passes = 0;
  const loop = createLoop({
    name: 'test',
    logger,
    pass: async () => {
      passes += 1;
      if (passes > 1) recovered.resolve();
      else throw new Error('down');
      return minute;
    },
  });
  loop.start();
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    loop.wake();
  }
  expect(passes).toBe(1);
  await recovered.promise;
  await loop.close();
});

test('a wake for later shortens a longer wait, and leaves a shorter one', async () => {
  const passed = Array.from({ length: 3 }, () => Promise.withResolvers<number>());
  const pauses = [minute, 20, minute];
  let passes = 0;
  const loop = createLoop({
    name: 'test',
    logger,
    pass: async () => {
      passed[passes]?.resolve(performance.now());
      passes += 1;
      return pauses[passes - 1] ?? minute;
    },
  });
  loop.start();
  const first = (await passed[0]?.promise) ?? 0;
  loop.wake(50);
  const second = (await passed[1]?.promise) ?? 0;
  loop.wake(minute);
  const third = (await passed[2]?.promise) ?? 0;
  await loop.close();
  expect(second - first).toBeGreaterThanOrEqual(45);
  expect(third - second).toBeLessThan(minute);
});

test('the first pass can wait too, and a loop that is closed meanwhile makes none', async () => {
  let passes = 0;
  const loop = createLoop({
    name: 'test',
    logger,
    firstAfterMs: minute,
    pass: async () => {
      passes += 1;
      return minute;
    },
  });
  loop.start();
  await loop.close();
  expect(passes).toBe(0);
});
