import type { Browser, BrowserContext } from 'playwright-core';
import { goOnAs } from '../src/go-on-as.ts';
import type { PreparedShop } from './prepare-shop.ts';
import type { Who } from './scene.ts';

/** How the pages are looked at. */
export interface Look {
  readonly language: 'en' | 'de';
  readonly scheme: 'light' | 'dark';
  readonly widths: readonly number[];
}

/** Browsers of those who look, with the sessions that the shop was prepared in. */
export const contextOf = async (
  browser: Browser,
  origin: string,
  shop: PreparedShop,
  { language, scheme }: Look,
): Promise<Record<Who, BrowserContext>> => {
  const contextFor = async (who: Who): Promise<BrowserContext> => {
    const context = await browser.newContext({
      baseURL: origin,
      locale: language === 'de' ? 'de-DE' : 'en-US',
      colorScheme: scheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(20_000);
    await goOnAs(context, shop[who], origin);
    return context;
  };
  return {
    guest: await contextFor('guest'),
    shopper: await contextFor('shopper'),
    admin: await contextFor('admin'),
  };
};
