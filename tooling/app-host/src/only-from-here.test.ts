import { describe, expect, test } from '@jest/globals';

import { isFromHere } from './only-from-here.ts';

const asked = (headers: Record<string, string>, method = 'GET') =>
  isFromHere({ method, headers: { host: 'localhost:1080', ...headers } });

describe('what is for this machine answers', () => {
  test.each([
    ['a program', {}],
    ['a page of its own', { 'sec-fetch-site': 'same-origin' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
    ['a page of its own in an old browser', { origin: 'http://localhost:1080' }],
    ['by its number', { host: '127.0.0.1:1080' }],
    ['by its number of IPv6', { host: '[::1]:1080' }],
    [
      'who follows a link',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
  ])('%s', (_who, headers) => {
    expect(asked(headers)).toBe(true);
  });
});

describe('what is for this machine does not answer', () => {
  test.each([
    ['a name that was made to resolve to it', { host: 'evil.example' }],
    ['a name that begins like it', { host: 'localhost.evil.example:1080' }],
    ['another page', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
    ['another page in an old browser', { origin: 'https://evil.example' }],
    ['a page that hides where it is from', { origin: 'null' }],
    [
      'a frame in another page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
  ])('%s', (_who, headers) => {
    expect(asked(headers)).toBe(false);
  });

  test('a form of another page', () => {
    const form = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(asked(form, 'POST')).toBe(false);
  });
});
