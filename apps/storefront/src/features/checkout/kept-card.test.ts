import { expect, test } from '@jest/globals';
import { forgetCard, keepCard, keptCard } from './kept-card.ts';

const card = { token: 'tok_1', brand: 'Visa', last4: '4242' };
const aTab = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
};

test('a card is there after a reload, for whoever gave it and for a while', () => {
  const tab = aTab();
  keepCard(tab, 'ida@quayside.test', card, 0);
  expect(keptCard(tab, 'ida@quayside.test', 60_000)).toEqual(card);
  expect(keptCard(tab, 'aksel@quayside.test', 60_000)).toBeUndefined();
  expect(keptCard(tab, 'ida@quayside.test', 20 * 60_000)).toBeUndefined();
});

test('a card that is forgotten is gone, and what is no card is none', () => {
  const tab = aTab();
  expect(keptCard(tab, 'ida@quayside.test', 0)).toBeUndefined();
  keepCard(tab, 'ida@quayside.test', card, 0);
  forgetCard(tab);
  expect(keptCard(tab, 'ida@quayside.test', 0)).toBeUndefined();
  tab.setItem('quayside.checkout-card', '{"card":1}');
  expect(keptCard(tab, 'ida@quayside.test', 0)).toBeUndefined();
});
