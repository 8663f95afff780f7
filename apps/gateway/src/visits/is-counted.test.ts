import { expect, test } from '@jest/globals';
import { isCounted } from './is-counted.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';

test.each([
  [{ 'user-agent': firefox }, true],
  [{}, false],
  [{ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, false],
  [{ 'user-agent': 'curl/8.14.1' }, false],
  [
    {
      'user-agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/143.0.0.0 Safari/537.36',
    },
    false,
  ],
  [{ 'user-agent': firefox, 'sec-purpose': 'prefetch;prerender' }, false],
  [{ 'user-agent': firefox, purpose: 'prefetch' }, false],
  [{ 'user-agent': firefox, 'sec-gpc': '1' }, false],
])('%j is counted: %s', (headers, expected) => {
  expect(isCounted(headers)).toBe(expected);
});
