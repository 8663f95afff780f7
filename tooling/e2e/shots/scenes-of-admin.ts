import type { Page } from 'playwright-core';
import type { PreparedShop } from './prepare-shop.ts';
import type { Scene } from './scene.ts';

/** From a list to the first that stands in it; where nothing does, the list is what there is to see. */
const toFirst = (list: string) => async (page: Page) => {
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
  const hrefs = await page.evaluate<string[]>(
    `Array.from(document.querySelectorAll('main a'), (link) => link.getAttribute('href') ?? '')`,
  );
  const first = hrefs.find((href) => {
    const [end = '', ...more] = href.startsWith(`${list}/`) ? href.slice(list.length + 1).split('/') : [];
    return end !== '' && more.length === 0 && !['new', 'counts', 'receive'].includes(end);
  });
  if (first === undefined) return;
  await page.goto(first);
  await page.locator('h1').first().waitFor();
};

const oneOf = (list: string, page = `${list}/[id]`): Scene => ({
  name: `${list.slice(1).replaceAll('/', '-')}-one`,
  ...{ who: 'admin', path: list, page, then: toFirst(list) },
});

const dialogOf = (name: string, path: string, button: string | RegExp): Scene => ({
  ...{ name, who: 'admin', path },
  then: async (page) => {
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor();
  },
});

const lists = [
  ...['brands', 'campaigns', 'categories', 'customers', 'dead-letters', 'imports', 'jobs', 'products'],
  ...['questions', 'reviews', 'synonyms', 'users', 'words'],
];

export const scenesOfAdmin = ({ orders, draft }: PreparedShop): Scene[] => [
  ...Object.entries(orders).map(([state, id]): Scene => ({
    name: `admin-order-${state}`,
    ...{ who: 'admin', path: `/admin/orders/${id}`, page: '/admin/orders/[id]' },
  })),
  dialogOf('admin-order-ship', `/admin/orders/${orders.paid}`, 'Ship a parcel'),
  dialogOf('admin-order-refund', `/admin/orders/${orders.paid}`, 'Refund'),
  dialogOf('admin-order-cancel', `/admin/orders/${orders.paid}`, /^Cancel/),
  {
    ...{ name: 'admin-draft-order', who: 'admin', path: `/admin/draft-orders/${draft}` },
    page: '/admin/draft-orders/[id]',
  },
  {
    ...{ name: 'admin-menu', who: 'admin', path: '/admin', widths: [360, 390, 768] },
    then: async (page) => {
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...{ name: 'admin-search', who: 'admin', path: '/admin' },
    then: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'admin-not-found', who: 'admin', path: '/admin/nowhere', page: '/admin/[...rest]' },
  { name: 'admin-as-a-stranger', who: 'guest', path: '/admin' },
  { name: 'admin-as-a-shopper', who: 'shopper', path: '/admin' },
  { name: 'admin-products-none', who: 'admin', path: '/admin/products?q=zzqqxx' },
  { name: 'admin-orders-none', who: 'admin', path: '/admin/orders?q=zzqqxx' },
  ...lists.map((list) => oneOf(`/admin/${list}`)),
  oneOf('/admin/stock', '/admin/stock/[itemId]'),
  oneOf('/admin/stock/counts'),
];
