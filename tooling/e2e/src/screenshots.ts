import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { eventually } from './control.ts';

const folder = join(import.meta.dirname, '../screenshots');

/** A page with a stream of events never comes to rest; its pictures do, and one that does not is no fault here. */
export const picturesShown = async (page: Page): Promise<void> => {
  const shown = 'Array.from(document.images).every(({ complete }) => complete)';
  await eventually('its pictures', () => page.evaluate<boolean>(shown), 10_000).catch(() => undefined);
};

/** Walks down the page once: pictures below the fold load when they come into view. */
export const showWholePage = async (page: Page): Promise<void> => {
  const { height } = page.viewportSize() ?? desktop;
  const fullHeight = Number(await page.evaluate('document.documentElement.scrollHeight'));
  for (let top = 0; top < fullHeight; top += height) await page.evaluate(`window.scrollTo(0, ${top})`);
  await picturesShown(page);
  await page.evaluate('window.scrollTo(0, 0)');
};

/** Keeps what a page looks like, under a name, for people to look at. */
export const keepScreenshot = async (page: Page, name: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await showWholePage(page);
  // Not hiding the caret leaves the document as it is, which React may still be taking over.
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, caret: 'initial' });
};

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };
