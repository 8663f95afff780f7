import { expect, test } from '@jest/globals';
import { barriersOf } from '../src/barriers.ts';
import { keepScreenshot } from '../src/screenshots.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 15_000 });
const narrow = { width: 360, height: 760 };

test('the filters of a phone say how many products there are, and lead to them', async () => {
  const page = await openPage(narrow);
  await page.goto('/catalog');
  await page.getByText('Filter', { exact: true }).click();
  await page.getByRole('checkbox', { name: /Tents & Shelter/ }).check();
  await page.getByRole('heading', { level: 1, name: /Tents/ }).waitFor();
  const count = await page.locator('#products [role=status]').first().innerText();
  const show = page.getByRole('link', { name: `Show ${count}` });
  await keepScreenshot(page, 'phone-filters');
  await show.click();
  const top = await page.evaluate<number>('document.querySelector("#products").getBoundingClientRect().top');
  expect(Math.abs(top)).toBeLessThan(narrow.height / 2);
}, 60_000);

test('products are filtered by what their reviews come to', async () => {
  const page = await openPage();
  await page.goto('/catalog');
  const group = page.getByRole('group', { name: 'Reviews' });
  const option = group.getByRole('radio', { name: /^4 stars and up/ });
  const count = /(\d+)\s*$/.exec(await group.locator('li', { hasText: '4 stars and up' }).innerText())?.[1];
  await option.check();
  await page.waitForURL(/rating=4/);
  await page.getByRole('list', { name: 'Chosen filters' }).getByText('4 stars and up').waitFor();
  await page
    .locator('#products [role=status]')
    .first()
    .filter({ hasText: `${count} ` })
    .waitFor();
  await keepScreenshot(page, 'listing-by-rating');
  const shown = await page
    .locator('main')
    .getByText(/^Rated/)
    .allInnerTexts();
  expect(shown.length).toBeGreaterThan(0);
  expect(await barriersOf(page)).toEqual([]);
  await group.getByRole('radio', { name: 'Any' }).check();
  await page.waitForURL((url) => !url.search.includes('rating'));
  await page.setViewportSize(narrow);
  await page.getByText('Filter', { exact: true }).click();
  await group.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'phone-filter-rating');
}, 60_000);

test('a page beyond the last leads to the last, which says what it shows', async () => {
  const page = await openPage();
  await page.goto('/catalog?page=999');
  await page.waitForURL(/page=(?!999)\d+$/);
  const [, last] = /Page (\d+) of (\d+)/.exec(await page.locator('main').innerText()) ?? [];
  expect(page.url()).toMatch(new RegExp(`page=${last}$`));
  expect(await page.title()).toContain(`Catalog, page ${last}`);
  await page.goto('/catalog?type=foul-weather');
  expect(await page.title()).toContain('Foul-Weather Gear');
}, 60_000);

test('no page is wider than the narrowest phone, however long the names of things are', async () => {
  const page = await openPage({ width: 320, height: 640 });
  await page.goto('/catalog?inStock=true');
  const product = (await page.locator('main a[href^="/products/"]').first().getAttribute('href')) ?? '';
  await page.goto(product);
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByText('It is in your basket.').waitFor();
  const wide: string[] = [];
  for (const path of ['/', '/catalog', product, '/basket']) {
    await page.goto(path);
    await page.locator('main h1').waitFor();
    const width = await page.evaluate<number>(`(() => {
      for (const name of document.querySelectorAll('main h1, main h2, main h3'))
        (name.querySelector('a') ?? name).textContent = 'Rettungswestenhalter'.repeat(10);
      return document.documentElement.scrollWidth;
    })()`);
    if (width > 320) wide.push(`${path}: ${width}`);
  }
  expect(wide).toEqual([]);
}, 60_000);
