import type { Locator, Page } from 'playwright-core';

/** Tabs on until something has the focus, as who has no mouse does. */
export const tabTo = async (page: Page, target: Locator, atMost = 120): Promise<void> => {
  await target.waitFor();
  const reached = target.and(page.locator(':focus'));
  for (let step = 0; step < atMost; step += 1) {
    if ((await reached.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
};
