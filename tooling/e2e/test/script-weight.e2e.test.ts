import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const { origin } = theStack();

/** What a page loads before anything is done on it; a browser of today leaves out what is for those without modules. */
const scriptsOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(origin + path);
  expect(answer.status).toBe(200);
  const tags = (await answer.text()).match(/<script\s[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/\snomodule/i.test(tag))
    .map((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1]);
  return [...new Set(sources.filter((source) => source !== undefined))];
};

/** As it travels to a browser of today, in bytes; `fetch` would take the compression off. */
const transferred = async (path: string): Promise<number> => {
  const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
  const [answer] = (await once(request(new URL(path, origin), { headers }).end(), 'response')) as [
    IncomingMessage,
  ];
  expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, 'br']);
  return (await buffer(answer)).length;
};

const weightOf = async (path: string) => {
  const sizes = await Promise.all((await scriptsOf(path)).map(transferred));
  return { path, scripts: sizes.length, bytes: sizes.reduce((all, one) => all + one, 0) };
};

/** About 120 kB of each are React's, Next's and next-intl's, which every page shares. */
const budget = { home: 136_000, listing: 137_000, product: 140_000, category: 137_000 };

test('public pages load no more script than is allowed them', async () => {
  const { body } = await createShopClient(origin).ask('GET /api/v1/catalog/products', {
    query: { pageSize: 1 },
  });
  const weights = {
    home: await weightOf('/'),
    listing: await weightOf('/catalog'),
    product: await weightOf(`/products/${body.items[0]?.slug}`),
    category: await weightOf('/catalog?type=foul-weather'),
  };
  const over = Object.entries(weights).filter(
    ([name, { bytes }]) => bytes > budget[name as keyof typeof budget],
  );
  expect(over).toEqual([]);
  for (const { scripts } of Object.values(weights)) expect(scripts).toBeGreaterThan(3);
}, 60_000);
