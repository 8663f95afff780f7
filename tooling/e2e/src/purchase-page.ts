import type { Page } from 'playwright-core';

/** What a shopper does on the pages, for whoever drives a browser through them. */
export const signInOnPage = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('quayside-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
};

export const fillAddress = async (page: Page, street = 'Strandgade 12'): Promise<void> => {
  await page.getByLabel('Country').selectOption('DK');
  await page.getByLabel('Street and house').fill(street);
  await page.getByLabel('Postal code').fill('5960');
  await page.getByLabel('Town').fill('Marstal');
  await page.getByRole('button', { name: 'Use this address' }).click();
};

export const fillCard = async (page: Page, number: string): Promise<void> => {
  const form = page.frameLocator('iframe[title^="Card details"]');
  await form.getByLabel('Card number').fill(number);
  await form.getByLabel('Expiry').fill('12 / 39');
  await form.getByLabel('Security code').fill('123');
  await form.getByLabel('Name on card').fill('Signe Holm');
  await page.getByRole('button', { name: 'Use this card' }).click();
};

export const orderStatus = (page: Page, status: string) =>
  page.locator(`[data-testid="order-status"][data-status="${status}"]`);

/** From the checkout of a guest to the page of the order: as the demo's shopper, with a card that pays. */
export const signInAndOrder = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Sign in instead' }).click();
  await page.waitForURL('**/identity/**');
  await signInOnPage(page, 'shopper@quayside.test');
  await page.waitForURL('**/checkout');
  await fillAddress(page);
  await fillCard(page, '4242 4242 4242 4242');
  await page.getByTestId('place-order').click();
  await page.waitForURL('**/orders/*');
};
