import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page that keeps somebody out, each with where it is; run past the page's own policy. */
export const barriersOf = async (page: Page): Promise<string[]> => {
  // While the next address is drawn there is none for a moment.
  await page.locator('head > title:not(:empty)').first().waitFor({ state: 'attached' });
  await page.evaluate(await source);
  return page.evaluate<string[]>(`axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ': ' + failureSummary)))`);
};
