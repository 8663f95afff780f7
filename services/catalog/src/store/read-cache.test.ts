import { beforeEach, describe, expect, test } from '@jest/globals';
import { createReadCache, type ReadCache } from './read-cache.ts';

let clock: number;
let cache: ReadCache;
beforeEach(() => {
  // To the cache, time 0 is none.
  clock = 1;
  cache = createReadCache({ maxEntries: 2, maxAgeMs: 1000, now: () => clock });
  cache.trust();
});

/** Loads the next number each time it is asked. */
const counter = () => {
  let loads = 0;
  return () => Promise.resolve((loads += 1));
};

describe('the read cache', () => {
  test('loads once, also for callers at the same time', async () => {
    const load = counter();
    expect(await Promise.all([cache.read('a', load), cache.read('a', load)])).toEqual([1, 1]);
    expect(await cache.read('a', load)).toBe(1);
    expect(await cache.read('b', load)).toBe(2);
  });

  test('loads again after a change, and after the greatest age', async () => {
    const load = counter();
    await cache.read('a', load);
    cache.forget();
    expect(await cache.read('a', load)).toBe(2);
    clock = 1002;
    expect(await cache.read('a', load)).toBe(3);
  });

  test('does not remember a load that a change overtook', async () => {
    const slow = Promise.withResolvers<string>();
    const early = cache.read('a', () => slow.promise);
    cache.forget();
    expect(await cache.read('a', () => Promise.resolve('new'))).toBe('new');
    slow.resolve('old');
    expect(await early).toBe('old');
    expect(await cache.read('a', () => Promise.resolve('newer'))).toBe('new');
  });

  test('loads what rests on stock again when that changed, and nothing else', async () => {
    const load = counter();
    await cache.read('list', load);
    await cache.read('in stock', load, 'stock');
    cache.forgetStocked();
    expect(await cache.read('list', load)).toBe(1);
    expect(await cache.read('in stock', load, 'stock')).toBe(3);
    cache.forget();
    expect(await cache.read('in stock', load, 'stock')).toBe(4);
  });

  test('does not remember a failure', async () => {
    await expect(cache.read('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await cache.read('a', () => Promise.resolve('up'))).toBe('up');
  });

  test('remembers nothing while changes may go unheard', async () => {
    const load = counter();
    await cache.read('a', load);
    cache.distrust();
    expect(await cache.read('a', load)).toBe(2);
    expect(await cache.read('a', load)).toBe(3);
    cache.trust();
    expect(await cache.read('a', load)).toBe(4);
    expect(await cache.read('a', load)).toBe(4);
  });

  test('lets go of what was read longest ago when it is full', async () => {
    const load = counter();
    for (const key of ['a', 'b', 'c']) await cache.read(key, load);
    expect(await cache.read('c', load)).toBe(3);
    expect(await cache.read('b', load)).toBe(2);
    expect(await cache.read('a', load)).toBe(4);
  });
});
