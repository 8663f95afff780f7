import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });

/** From now on no script of the shop with these words in it arrives before the answer is called. */
const holdScripts = async (page: Page, words = ''): Promise<() => void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes(words)) await promise;
    await route.fulfill({ response, body });
  });
  return resolve;
};

test.each([
  ['the scripts arrive', ''],
  ['that of the form arrives', 'Ends after'],
])('what is typed, ticked and chosen before %s is what the form sends', async (_when, words) => {
  const name = `Early ${Date.now().toString(36)}`;
  const page = await signedIn('/admin/api-keys');
  const release = await holdScripts(page, words);
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel('Name').fill(name);
  await page.getByRole('checkbox', { name: /^Read and book stock/ }).check();
  await page.getByLabel('Ends after').selectOption('365');
  release();
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await page.getByText(`The key for ${name} is made`).waitFor();

  const admin = createShopClient(origin);
  await admin.signIn('admin@quayside.test');
  const { body } = await admin.ask('GET /api/v1/admin/identity/api-keys', {});
  const made = body.items.find((key) => key.name === name);
  expect(made?.scopes).toEqual(['stock:write']);
  const days = (Date.parse(made?.expiresAt ?? '') - Date.parse(made?.madeAt ?? '')) / 86_400_000;
  expect(Math.round(days)).toBe(365);
  await admin.ask('DELETE /api/v1/admin/identity/api-keys/:id', { params: { id: made?.id ?? '' } });
});

test('a country chosen before the scripts arrive has its own fields once they are there', async () => {
  const page = await openPage();
  await page.goto('/catalog?inStock=true');
  await page.locator('main a[href^="/products/"]').first().click();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByText('It is in your basket.').waitFor();
  const release = await holdScripts(page);
  await page.goto('/basket', { waitUntil: 'commit' });
  await page.getByLabel('Send to').selectOption('AT');
  release();
  await page.getByTestId('price').getByText('VAT 20%, included').waitFor();
});
