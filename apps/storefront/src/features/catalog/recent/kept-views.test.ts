import { describe, expect, test } from '@jest/globals';
import { forgetViews, keepView, keptViews } from './kept-views.ts';

const createStore = (kept?: string) => {
  const values = new Map(kept === undefined ? [] : [['quayside.viewed', kept]]);
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
};

describe('what was looked at', () => {
  test('is kept once each, the last first, twelve at most', () => {
    const store = createStore();
    for (let id = 1; id <= 15; id += 1) keepView(store, id);
    keepView(store, 10);
    expect(keptViews(store)).toEqual([10, 15, 14, 13, 12, 11, 9, 8, 7, 6, 5, 4]);
    forgetViews(store);
    expect(keptViews(store)).toEqual([]);
  });

  test.each(['', 'null', '{"a":1}', '[1', '["1",-2,1.5,null,99999999999]'])(
    'is nothing where %j is kept',
    (kept) => {
      expect(keptViews(createStore(kept))).toEqual([]);
    },
  );

  test('is nothing in a browser that keeps nothing', () => {
    const refuse = () => {
      throw new Error('The operation is insecure');
    };
    const store = { getItem: refuse, setItem: refuse, removeItem: refuse };
    keepView(store, 1);
    expect(keptViews(store)).toEqual([]);
  });
});
