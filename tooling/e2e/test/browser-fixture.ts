import { afterAll, afterEach } from '@jest/globals';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../src/browser.ts';
import { signInOnPage } from '../src/purchase-page.ts';
import { desktop } from '../src/screenshots.ts';
import { theStack } from '../src/stack.ts';

// While the file loads: without a browser it says so once, and not for each of its tests.
const browser = await launchBrowser();

/**
 * A browser for a test file, and in it a visitor nobody knows yet for each test.
 *
 * @param options.timeoutMs how long a page is waited for
 */
export const browserFixture = ({ timeoutMs }: { timeoutMs: number }) => {
  let context: BrowserContext | undefined;
  afterAll(() => browser.close());
  afterEach(() => context?.close());

  const openPage = async (viewport = desktop, options: BrowserContextOptions = {}): Promise<Page> => {
    context = await browser.newContext({
      viewport,
      baseURL: theStack().origin,
      locale: 'en-US',
      // What a worker fetches is beyond `page.route`; its own tests allow it.
      serviceWorkers: 'block',
      ...options,
    });
    context.setDefaultTimeout(timeoutMs);
    return context.newPage();
  };

  return {
    openPage,
    /** A page at `path`, of somebody who signed in to come there. */
    signedIn: async (path: string, email = 'admin@quayside.test'): Promise<Page> => {
      const page = await openPage();
      await page.goto(`/auth/login?returnTo=${encodeURIComponent(path)}`);
      await signInOnPage(page, email);
      await page.waitForURL(`**${path}`);
      return page;
    },
  };
};
