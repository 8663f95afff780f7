import { expect, test } from '@jest/globals';
import { catalogEvents, identityEvents, listeners } from '@quayside/contracts';
import { checkListeners } from './check-listeners.ts';

const { itemChanged, itemRemoved } = catalogEvents;
const subscribed = (...definitions: Parameters<typeof checkListeners>[2] & object) =>
  definitions.map((definition) => ({ definition }));

test('a group that listens to what is said of it is let be', () => {
  const ofMarketing = listeners['marketing']?.map(({ event }) => ({ definition: event })) ?? [];
  expect(() => checkListeners('marketing', ofMarketing)).not.toThrow();
  expect(() => checkListeners('guest', subscribed(itemChanged), [itemChanged])).not.toThrow();
});

test('every difference is named, on either side, at once', () => {
  expect(() =>
    checkListeners('guest', subscribed(itemChanged, itemRemoved), [itemRemoved, identityEvents.userDeleted]),
  ).toThrow(
    'The consumer group guest and libs/contracts/src/events/listeners.ts differ: ' +
      'it listens to quayside.catalog.item-changed.v1, of which nothing is said there; ' +
      'quayside.identity.user-deleted.v1 is said to be listened to, and is not',
  );
});

test('of a group that nobody knows nothing is said', () => {
  expect(() => checkListeners('newcomer', subscribed(itemChanged))).toThrow('of which nothing is said there');
});
