import { expect, test } from '@jest/globals';
import type { AuditEntry, AuditPage } from '@quayside/contracts';
import { cursorOf, mergeLogs } from './merge-logs.ts';

const entry = (id: number, minute: number): AuditEntry => ({
  id,
  at: `2026-03-14T09:${String(minute).padStart(2, '0')}:00.000Z`,
  actor: { id: 'a' },
  ...{ action: 'changed', entity: 'x', entityId: '1' },
});

/** As a service answers. */
const pageOf = (log: readonly AuditEntry[], before: number | undefined, pageSize: number): AuditPage => {
  const rest = log.filter(({ id }) => before === undefined || id < before).toSorted((a, b) => b.id - a.id);
  const items = rest.slice(0, pageSize);
  const last = items.at(-1);
  return { items, ...(rest.length > pageSize && last && { next: last.id }) };
};

test.each([1, 2, 3, 5, 20])('three logs read by %i give every entry once, the newest first', (pageSize) => {
  const catalog = [1, 2, 5, 6, 7, 20].map((minute, at) => entry(at + 1, minute));
  const ordering = [3, 4, 8, 9, 10, 11, 12].map((minute, at) => entry(at + 1, minute));
  const identity = [13, 14, 21].map((minute, at) => entry(at + 1, minute));
  const read: string[] = [];
  let cursor: string | undefined;
  do {
    const before = cursorOf(cursor);
    const pages = {
      catalog: pageOf(catalog, before.catalog, pageSize),
      ordering: pageOf(ordering, before.ordering, pageSize),
      identity: pageOf(identity, before.identity, pageSize),
    };
    const { items, next } = mergeLogs(pages, { pageSize, before });
    read.push(...items.map(({ at }) => at));
    cursor = next;
  } while (cursor);
  const all = [...catalog, ...ordering, ...identity]
    .map(({ at }) => at)
    .sort()
    .reverse();
  expect(read).toEqual(all);
});

test('a log that looked through a part and found nothing goes on behind that part', () => {
  const pages = { catalog: { items: [entry(9, 4)] }, basket: { items: [], next: 501 } };
  const { items, next } = mergeLogs(pages, { pageSize: 5, before: { basket: 900 } });
  expect(items.map(({ id }) => id)).toEqual([9]);
  expect(cursorOf(next)).toEqual({ catalog: 9, basket: 501 });
});
