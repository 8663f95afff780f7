import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { look } from '../src/look.ts';
import { desktop } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { signedIn, openPage } = browserFixture({ timeoutMs: 30_000 });
const merchandiser = 'merchandiser@quayside.test';
const german = `Kautschuk ${Date.now().toString(36)}`;

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('In German').fill(text);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
};

test('a merchandiser writes what a word is in German, and German filters and pages say it', async () => {
  const shop = createShopClient(origin);
  const { body } = await shop.ask('GET /api/v1/catalog/products', {
    query: { category: 'boots', pageSize: 1 },
  });
  const [boot] = body.items;
  if (!boot) throw new Error('The shop has boots');

  const page = await signedIn('/admin/words', merchandiser);
  await page.getByRole('heading', { name: 'Words', exact: true }).waitFor();
  await look(page, 'admin-words');
  await page.goto('/admin/words?q=Rubber&use=attribute-value');
  await page.getByRole('link', { name: 'Rubber', exact: true }).click();
  await page.waitForURL(/\/admin\/words\/\d+$/);
  const before = await page.getByLabel('In German').inputValue();
  await write(page, german);
  await page.getByRole('link', { name: 'All in the audit log' }).waitFor();
  await look(page, 'admin-word');

  const shopper = await openPage(desktop, { locale: 'de-DE' });
  await shopper.goto('/de/katalog?type=footwear&kind=footwear:boots');
  await shopper.getByRole('main').getByText(german).first().waitFor({ state: 'attached' });
  const path = `/de/produkte/${boot.slugs?.['de'] ?? boot.slug}`;
  await shopper.goto(path);
  await shopper.getByText(german).first().waitFor();
  await look(shopper, 'word-on-german-page');
  await shopper.goto(`/de/katalog?q=${german.replace(' ', '+')}`);
  await shopper.locator(`main a[href^="${path}"]`).first().waitFor();

  await write(page, before);
  await page.goto('/admin/words?german=false');
  await page.getByText('not written yet', { exact: true }).first().waitFor();
  expect(await page.getByText(german).count()).toBe(0);
}, 120_000);
