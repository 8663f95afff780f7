import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from './barriers.ts';
import { desktop, keepScreenshot } from './screenshots.ts';

/** At the widths that people have: nothing keeps anybody out, and nothing is wider than the screen. */
export const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: before.height });
    await keepScreenshot(page, `${name}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  await page.setViewportSize(before);
  expect(await barriersOf(page)).toEqual([]);
};
