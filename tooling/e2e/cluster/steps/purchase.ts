import { launchBrowser } from '../../src/browser.ts';
import { orderStatus, signInAndOrder } from '../../src/purchase-page.ts';
import type { Address } from '../reach.ts';
import type { Step } from '../step.ts';

const rule = (origin: string, { hostname, port }: Address): string =>
  `MAP ${new URL(origin).host} ${hostname}:${port}`;

/**
 * Buys something in a real browser, through the Services. The browser keeps the shop's own origin and is told where
 * its connections go, so nothing has to listen on this machine.
 */
export const purchase: Step = async ({ shop }) => {
  const rules = [rule(shop.origin, shop.gateway), rule(shop.payment.origin, shop.payment.address)];
  const browser = await launchBrowser({ flags: [`--host-resolver-rules=${rules.join(', ')}`] });
  try {
    const from = Date.now();
    const context = await browser.newContext({ baseURL: shop.origin, locale: 'en-US' });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto('/catalog?inStock=true');
    await page.locator('main a[href^="/products/"]').first().click();
    await page.waitForURL('**/products/**');
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.getByText('It is in your basket.').waitFor();
    await page.getByRole('link', { name: 'Go to the basket' }).click();
    await page.waitForURL('**/basket');
    await page.getByRole('link', { name: /check ?out/i }).click();
    await signInAndOrder(page);
    const placedAt = Date.now();
    await orderStatus(page, 'paid').waitFor({ state: 'attached', timeout: 60_000 });
    return {
      ok: true,
      lines: [
        `bought "${name}" in ${((Date.now() - from) / 1000).toFixed(1)} s; ` +
          `paid ${((Date.now() - placedAt) / 1000).toFixed(1)} s after the order was placed`,
      ],
    };
  } finally {
    await browser.close();
  }
};
