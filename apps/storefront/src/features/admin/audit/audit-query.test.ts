import { expect, test } from '@jest/globals';
import { askedOf, auditFilter, auditHref } from './audit-query.ts';

test('the last day is asked for whole', () => {
  expect(auditFilter({ from: '2026-02-27', to: '2026-02-28', entity: 'brand', before: '7.' })).toEqual({
    entity: 'brand',
    from: '2026-02-27T00:00:00Z',
    to: '2026-03-01T00:00:00.000Z',
  });
});

test('what has not the right form counts as not said', () => {
  expect(askedOf({ entity: '<b>', from: '2026-13-45', before: '0', actor: 'me', action: 'changed' })).toEqual(
    { action: 'changed' },
  );
});

test('an address says what it was made from', () => {
  const asked = { entity: 'brand', from: '2026-01-02' };
  expect(askedOf(Object.fromEntries(new URL(auditHref(asked), 'http://x').searchParams))).toEqual(asked);
  expect(auditHref({ before: undefined })).toBe('/admin/audit');
});
