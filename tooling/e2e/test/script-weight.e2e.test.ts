import { brotliCompressSync, gzipSync } from 'node:zlib';
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

const weightOf = async (path: string) => {
  const files = await Promise.all(
    (await scriptsOf(path)).map(async (source) =>
      Buffer.from(await (await fetch(origin + source)).arrayBuffer()),
    ),
  );
  const sum = (size: (file: Buffer) => number) => files.map(size).reduce((all, one) => all + one, 0);
  return {
    path,
    scripts: files.length,
    gzip: sum((file) => gzipSync(file).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  };
};

/** In bytes as gzip. About 130 kB of each are React's and Next's, which every page shares. */
const budget = { home: 160_000, listing: 160_000, product: 165_000, category: 160_000 };

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
    ([name, { gzip }]) => gzip > budget[name as keyof typeof budget],
  );
  expect(over).toEqual([]);
  for (const { scripts } of Object.values(weights)) expect(scripts).toBeGreaterThan(3);
}, 60_000);
