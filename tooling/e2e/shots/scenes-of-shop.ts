import type { Page } from 'playwright-core';
import { fillAddress, fillCard } from '../src/purchase-page.ts';
import type { PreparedShop } from './prepare-shop.ts';
import type { Scene } from './scene.ts';

const phones = [360, 390];

const toCard = async (page: Page): Promise<void> => {
  await fillAddress(page);
  await page.locator('iframe[title^="Card details"]').waitFor();
};

/** What has a part of its address for each product, order or letter, and what is seen in more than one state. */
export const scenesOfShop = ({ orders, draft, slug, itemId }: PreparedShop): Scene[] => [
  {
    ...{ name: 'suggestions', who: 'guest', path: '/' },
    then: async (page) => {
      await page.getByRole('combobox').first().fill('jacket');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'listing-of-a-category', who: 'guest', path: '/catalog?type=foul-weather' },
  { name: 'listing-filtered', who: 'guest', path: '/catalog?inStock=true&sort=-price&page=2' },
  {
    ...{ name: 'listing-filters-open', who: 'guest', path: '/catalog', widths: phones },
    then: (page) => page.locator('label[for="show-filters"], label:has(#show-filters)').first().click(),
  },
  { name: 'found', who: 'guest', path: '/catalog?q=wool+jumper' },
  { name: 'nothing-found', who: 'guest', path: '/catalog?q=zzqqxx' },
  { name: 'not-found', who: 'guest', path: '/no/such/page', page: '/[...rest]' },
  { name: 'product', who: 'guest', path: `/products/${slug}`, page: '/products/[slug]' },
  { name: 'product-of-many', who: 'guest', path: '/products/offshore-jacket' },
  {
    ...{ name: 'product-added', who: 'guest', path: `/products/${slug}?item=${itemId}` },
    then: async (page) => {
      await page.getByRole('button', { name: 'Add to basket' }).click();
      await page.getByRole('link', { name: 'Go to the basket' }).waitFor();
    },
  },
  { name: 'basket-empty', who: 'admin', path: '/basket' },
  {
    ...{ name: 'checkout-email-fault', who: 'guest', path: '/checkout' },
    then: async (page) => {
      await page.getByLabel('Your e-mail').fill('ida at example');
      await page.keyboard.press('Enter');
      await page.getByText('does not look like an e-mail address').waitFor();
    },
  },
  { name: 'checkout-address', who: 'shopper', path: '/checkout' },
  { name: 'checkout-card', who: 'shopper', path: '/checkout', then: toCard },
  {
    ...{ name: 'checkout-review', who: 'shopper', path: '/checkout' },
    then: async (page) => {
      await toCard(page);
      await fillCard(page, '4242 4242 4242 4242');
      await page.getByTestId('place-order').waitFor();
    },
  },
  ...Object.entries(orders).map(([state, id]): Scene => ({
    name: `order-${state}`,
    who: 'shopper',
    path: `/orders/${id}`,
    page: '/orders/[id]',
  })),
  {
    ...{ name: 'order-return', who: 'shopper', path: `/orders/${orders.delivered}` },
    then: (page) => open(page, /send.* back|return/i),
  },
  { name: 'order-of-others', who: 'guest', path: `/orders/${orders.paid}` },
  { name: 'orders-of-nobody', who: 'guest', path: '/orders' },
  { name: 'pay-away', who: 'guest', path: `/pay/${draft}`, page: '/pay/[id]' },
  { name: 'preview-away', who: 'guest', path: '/preview/no-such-token', page: '/preview/[token]' },
  { name: 'wishlist-away', who: 'guest', path: '/wishlist/no-such-token', page: '/wishlist/[token]' },
  { name: 'sign-in', who: 'guest', path: '/auth/login' },
  {
    ...{ name: 'sign-in-refused', who: 'guest', path: '/auth/login' },
    then: async (page) => {
      await page.getByLabel('E-mail address').fill('nobody@quayside.test');
      await page.getByLabel('Password').fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'register', who: 'guest', path: '/auth/register' },
];

const open = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
};
