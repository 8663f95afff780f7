import { afterEach, describe, expect, test } from '@jest/globals';
import { createControl, eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const stack = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });
const control = createControl(stack);
const shopper = createShopClient(stack.origin);

afterEach(async () => {
  await control.start('storefront');
  await control.start('marketing');
  await control.allReady();
}, 120_000);

const stateOf = async (name: string) => {
  const { body } = await shopper.ask('GET /status.json', {});
  return body.parts.find((part) => part.name === name)?.state;
};

describe('whoever runs the shop', () => {
  test('sees how each part is and what waits, a stopped part among them', async () => {
    const page = await signedIn('/admin/system');
    const part = (name: string) => page.getByTestId(`fact-${name}`);
    for (const name of ['gateway', 'identity', 'catalog', 'basket', 'ordering', 'marketing', 'storefront'])
      await part(name).getByText('Ready', { exact: true }).waitFor();
    for (const group of ['identity', 'catalog', 'basket', 'ordering', 'marketing'])
      await part(`consumer-${group}`).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/127\.0\.0\.1:1\d{4}|postgres:\/\/|secret/i);
    await look(page, 'admin-system');
    await control.stop('marketing');
    await page.getByRole('button', { name: 'Look again' }).click();
    await eventually('the page to say so', async () => {
      await page.reload();
      return part('marketing').getByText('Does not answer').isVisible();
    });
    await look(page, 'admin-system-without-marketing');
    await page.context().close();
  }, 150_000);
});

describe('a shopper', () => {
  test('reads which parts work, also while the pages of the shop are away', async () => {
    expect(await stateOf('browse')).toBe('works');
    const page = await openPage();
    await page.goto('/status');
    await page.getByRole('heading', { name: 'All clear' }).waitFor();
    await look(page, 'status-all-clear');
    await control.stop('storefront');
    await eventually('the status to say so', async () => (await stateOf('browse')) === 'down');
    await page.goto('/');
    await page.getByRole('link', { name: 'What works' }).click();
    await page.getByText('The pages of the shop do not answer right now.').first().waitFor();
    expect(await page.getByText('You can sign in').isVisible()).toBe(true);
    await look(page, 'status-without-storefront');
    await page.context().close();
  }, 150_000);
});
