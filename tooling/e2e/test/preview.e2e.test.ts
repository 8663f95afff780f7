import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { desktop, keepScreenshot } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { signedIn, openPage } = browserFixture({ timeoutMs: 30_000 });

/** At the widths that people have: nothing keeps anybody out, and nothing is wider than the screen. */
const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: before.height });
    await keepScreenshot(page, `${name}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  await page.setViewportSize(before);
  expect(await barriersOf(page)).toEqual([]);
};

test('a draft is seen as the shop would show it, by a link from its editor', async () => {
  const staff = createShopClient(origin);
  await staff.signIn('merchandiser@quayside.test');
  const { body: found } = await staff.ask('GET /api/v1/admin/catalog/products', {
    query: { q: 'hammock', pageSize: 1 },
  });
  const id = found.items[0]?.id ?? 0;
  const setStatus = async (status: 'draft' | 'active') => {
    const { body } = await staff.ask('GET /api/v1/admin/catalog/products/:id', { params: { id } });
    await staff.ask('PUT /api/v1/admin/catalog/products/:id/status', {
      params: { id },
      headers: { 'if-match': `"v${body.version}"` },
      body: { status },
    });
    return body.name;
  };
  const name = await setStatus('draft');
  try {
    const page = await signedIn(`/admin/products/${id}`, 'merchandiser@quayside.test');
    await page.getByRole('button', { name: 'Make a link to preview it' }).click();
    const href = await page.getByRole('link', { name: 'Open the preview' }).getAttribute('href');
    await page.context().close();

    const stranger = await openPage(desktop);
    const answer = await stranger.goto(href ?? '');
    expect(answer?.status()).toBe(200);
    await stranger.getByRole('heading', { level: 1, name }).waitFor();
    expect(await stranger.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    expect(await stranger.getByRole('button', { name: 'Add to basket' }).count()).toBe(0);
    await look(stranger, 'product-preview');
    const forged = await stranger.goto((href ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    expect(forged?.status()).toBe(404);
    await stranger.context().close();
  } finally {
    await setStatus('active');
  }
}, 90_000);
