import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { isUse } from './is-use.ts';

const request = (method: string, url: string, headers: Record<string, string>) =>
  ({ method, url, headers: { 'sec-fetch-mode': 'cors', ...headers } }) as unknown as IncomingMessage;
const page = 'https://shop.test/admin/orders?page=2';

test.each([
  ['a page that is opened', 'GET', '/admin/orders', { 'sec-fetch-mode': 'navigate' }],
  [
    'a link that is followed within the shop',
    'GET',
    '/admin/orders?page=3&_rsc=1a',
    { rsc: '1', referer: page },
  ],
  ['a change', 'PUT', '/api/v1/admin/catalog/products/1', {}],
])('%s is a use', (_what, method, url, headers) => {
  expect(isUse(request(method, url, headers))).toBe(true);
});

test('so is a page that is opened in a browser without Fetch Metadata', () => {
  const headers = { accept: 'text/html,*/*' };
  expect(isUse({ method: 'GET', url: '/admin', headers } as unknown as IncomingMessage)).toBe(true);
});

test.each([
  ['a stream of events', '/api/v1/orders/events', { accept: 'text/event-stream' }],
  ['a look at how far a job is', '/api/v1/admin/catalog/jobs/1', {}],
  ['a page that reads itself anew', '/admin/orders?page=2&_rsc=1a', { rsc: '1', referer: page }],
  ['what is fetched ahead', '/admin/jobs?_rsc=1a', { rsc: '1', 'next-router-prefetch': '1', referer: page }],
  ['a page that is rendered ahead', '/admin', { 'sec-fetch-mode': 'navigate', 'sec-purpose': 'prefetch' }],
])('%s is none', (_what, url, headers) => {
  expect(isUse(request('GET', url, headers))).toBe(false);
});
