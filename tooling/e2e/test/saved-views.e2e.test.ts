import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { desktop, keepScreenshot } from '../src/screenshots.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });
const name = `Drafts ${Date.now().toString(36)}`;

/** At the widths that people have: nothing keeps anybody out, and nothing is wider than the screen. */
const look = async (page: Page, title: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: before.height });
    await keepScreenshot(page, `${title}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  await page.setViewportSize(before);
  expect(await barriersOf(page)).toEqual([]);
};

test('what a table shows is kept under a name, applied, shared, renamed and forgotten', async () => {
  const page = await signedIn(
    '/admin/products?status=active&sort=-changed&hide=brand',
    'merchandiser@quayside.test',
  );
  await page.getByRole('button', { name: 'Save as a view' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Give it a name').waitFor();
  await page.getByLabel('Name of the view').fill(name);
  await page.getByLabel('Colleagues see it too').check();
  await look(page, 'admin-view-dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const views = page.getByRole('navigation', { name: 'Saved views' });
  await views.getByRole('link', { name, exact: true }).waitFor();
  await page.goto('/admin/products');
  await views.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(/status=active&sort=-changed&hide=brand/);
  expect(await page.getByRole('columnheader', { name: 'Brand' }).count()).toBe(0);
  await look(page, 'admin-products-view');

  const colleague = await signedIn('/admin/products', 'admin@quayside.test');
  await colleague.getByRole('link', { name: `${name} of Jonas Lind` }).waitFor();
  await colleague.context().close();

  await page.getByRole('button', { name: 'Change this view' }).click();
  await page.getByLabel('Name of the view').fill(`${name} renamed`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await views.getByRole('link', { name: `${name} renamed` }).waitFor();
  await page.getByRole('button', { name: 'Change this view' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await page.waitForURL(/\/admin\/products$/);
  await views.getByRole('link', { name: `${name} renamed` }).waitFor({ state: 'detached' });
  await page.context().close();

  const support = await signedIn('/admin/orders?payment=declined', 'support@quayside.test');
  await support.getByRole('button', { name: 'Save as a view' }).click();
  await support.getByLabel('Name of the view').fill(name);
  await support.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await support.getByRole('link', { name, exact: true }).waitFor();
  await look(support, 'admin-orders-view');
  await support.context().close();
}, 150_000);
