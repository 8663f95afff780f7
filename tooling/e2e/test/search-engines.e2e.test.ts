import { describe, expect, test } from '@jest/globals';
import { theStack } from '../src/stack.ts';

const { origin } = theStack();
const robot = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' };

const read = async (path: string, status = 200) => {
  const answer = await fetch(new URL(path, origin), { headers: robot });
  expect([path, answer.status]).toEqual([path, status]);
  return { text: await answer.text(), headers: answer.headers };
};

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
const locations = (xml: string): string[] => all(xml, /<loc>([^<]+)<\/loc>/g);

interface Fact {
  '@type': string;
  [name: string]: unknown;
}

const factsOf = (html: string): Fact[] =>
  all(html, /<script type="application\/ld\+json">(.*?)<\/script>/gs).map((json) => JSON.parse(json) as Fact);
const metaOf = (html: string, name: string): string[] =>
  all(html, new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'g'));
const canonicalOf = (html: string): string | undefined =>
  all(html, /<link rel="canonical" href="([^"]*)"/g)[0]?.replaceAll('&amp;', '&');

const aProduct = async (): Promise<string> =>
  locations((await read('/sitemaps/products-1.xml')).text)[0] ?? 'no product';

test('robots.txt leads to a sitemap whose every address is a page', async () => {
  const { text } = await read('/robots.txt');
  expect(text).toContain('Disallow: /api/\n');
  expect(text).toContain('Allow: /api/v1/catalog/images/\n');
  const [sitemap = ''] = all(text, /^Sitemap: (.+)$/gm);
  expect(sitemap).toBe(`${origin}/sitemap.xml`);
  const parts = locations((await read(sitemap)).text);
  expect(parts).toEqual([`${origin}/sitemaps/pages.xml`, `${origin}/sitemaps/products-1.xml`]);
  const pages = (await Promise.all(parts.map(async (part) => locations((await read(part)).text)))).flat();
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages.length).toBeGreaterThan(100);
  // Other tests may have put thousands of products on sale: of so many some are opened, from all over the map.
  const step = Math.ceil(pages.length / 400);
  for (const page of pages.filter((_, at) => at % step === 0)) {
    const { text: html } = await read(page.replaceAll('&amp;', '&'));
    expect([page, canonicalOf(html)]).toEqual([page, page.replaceAll('&amp;', '&').replace(/\/$/, '')]);
  }
}, 240_000);

test('a sitemap that there is none of is not found', async () => {
  await read('/sitemaps/products-99999.xml', 404);
  await read('/sitemaps/products-0.xml', 404);
  await read('/sitemaps/anything', 404);
});

test('feeds for Google lead to pages and pictures of the shop, and are not sent twice', async () => {
  for (const [feed, page] of [
    ['/feeds/google.xml', `${origin}/products/`],
    ['/de/feeds/google.xml', `${origin}/de/produkte/`],
  ] as const) {
    const { text, headers } = await read(feed);
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const links = all(text, /<g:link>([^<]+)<\/g:link>/g).map((link) => link.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((link) => !link.startsWith(page))).toEqual([]);
    await read(links[0] ?? 'no link');
    await read(all(text, /<g:image_link>([^<]+)<\/g:image_link>/g)[0] ?? 'no picture');
    const again = await fetch(new URL(feed, origin), {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  }
});

describe('a product page says what it is', () => {
  test('by schema.org, as the API does', async () => {
    const url = await aProduct();
    const { text } = await read(url);
    const facts = factsOf(text);
    expect(facts.map((fact) => fact['@type'])).toEqual([
      expect.stringMatching(/^Product(Group)?$/),
      'BreadcrumbList',
    ]);
    const { text: json } = await read(`/api/v1/catalog${new URL(url).pathname}`);
    const product = JSON.parse(json) as { name: string; variants: { sku: string; active: boolean }[] };
    expect(facts[0]).toMatchObject({ '@id': url, name: product.name });
    expect(all(JSON.stringify(facts[0]), /"sku":"([^"]+)"/g)).toEqual(
      product.variants.filter(({ active }) => active).map(({ sku }) => sku),
    );
  });

  test('and with a picture, for whoever shares it', async () => {
    const url = await aProduct();
    const { text } = await read(`${url}?item=1`);
    expect(canonicalOf(text)).toBe(url);
    const [picture = ''] = metaOf(text, 'og:image');
    expect(picture.startsWith(`${origin}/api/v1/catalog/images/`)).toBe(true);
    expect((await read(picture)).headers.get('content-type')).toBe('image/webp');
    expect(metaOf(text, 'og:title')).toHaveLength(1);
  });
});

test.each([
  ['/catalog?type=outerwear&sort=price', '/catalog?type=outerwear', []],
  ['/catalog?q=jacket', '/catalog', ['noindex']],
])('%s is known as %s', async (path, canonical, robots) => {
  const { text } = await read(path);
  expect(canonicalOf(text)).toBe(`${origin}${canonical}`);
  expect(metaOf(text, 'robots')).toEqual(robots);
});

test('pages that differ for each visitor are not to be listed', async () => {
  for (const path of ['/basket', '/account', '/orders', '/admin']) {
    const { headers } = await fetch(new URL(path, origin), { headers: robot, redirect: 'manual' });
    expect([path, headers.get('x-robots-tag')]).toEqual([path, 'noindex']);
  }
});

test('the shop can be put on a home screen', async () => {
  const { text } = await read('/');
  const [manifest = ''] = all(text, /<link rel="manifest" href="([^"]+)"/g);
  const { icons } = JSON.parse((await read(manifest)).text) as { icons: { src: string; type: string }[] };
  for (const { src, type } of icons) {
    expect([src, (await read(src)).headers.get('content-type')]).toEqual([src, type]);
  }
});
