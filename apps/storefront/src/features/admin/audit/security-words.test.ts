import { expect, test } from '@jest/globals';
import { deviceOf, eventWord, reasonWord, tracesOf, whereOf } from './security-words.ts';

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    'Chrome on Linux',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604',
    'Safari on iOS',
  ],
  ['curl/8.5.0', 'curl/8.5.0'],
])('%s is %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));

test('what has no words of its own is told by its name', () => {
  expect([eventWord('sequence_fail'), reasonWord('some-new-code')]).toEqual([
    'sequence fail',
    'some new code',
  ]);
});

test('only what is known is said', () => {
  const entry = { id: 1, at: '2026-03-14T09:00:00.000Z', times: 1, event: 'authz_fail', service: 'identity' };
  expect(whereOf({ ...entry, address: '203.0.113.7' })).toBe('from 203.0.113.7');
  expect(whereOf(entry)).toBe('');
  expect(tracesOf({ ...entry, path: '/api/v1/x', detail: { limit: 5 } })).toBe(
    '/api/v1/x · limit: 5 · identity',
  );
});
