import { describe, expect, test } from '@jest/globals';
import { keepAddress, keptAddress } from './kept-address.ts';

const ida = { name: 'Ida', street: '4 Ropewalk', city: 'Gloucester', postalCode: '01930', country: 'US' };

const emptyStore = () => {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    values,
  };
};

describe('the address given in a checkout', () => {
  test('is there again after a reload', () => {
    const store = emptyStore();
    keepAddress(store, 'ida@quayside.test', ida);
    expect(keptAddress(store, 'ida@quayside.test')).toEqual(ida);
  });

  test('is nobody else’s who signs in afterwards', () => {
    const store = emptyStore();
    keepAddress(store, 'ida@quayside.test', ida);
    expect(keptAddress(store, 'ole@quayside.test')).toBeUndefined();
  });

  test.each(['', 'not json', '{}', '{"owner":"ida@quayside.test","address":{"name":"Ida"}}'])(
    'is asked for again when what was kept is %j',
    (text) => {
      const store = emptyStore();
      keepAddress(store, 'ida@quayside.test', ida);
      for (const key of store.values.keys()) store.values.set(key, text);
      expect(keptAddress(store, 'ida@quayside.test')).toBeUndefined();
    },
  );
});
