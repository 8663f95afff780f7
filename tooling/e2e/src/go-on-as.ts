import type { BrowserContext } from 'playwright-core';
import type { ShopClient } from './shop-client.ts';

/** A browser goes on in the session of a client: what it may see is the client's. */
export const goOnAs = async (context: BrowserContext, { jar }: ShopClient, origin: string): Promise<void> => {
  // Browsers send what is for safe connections to this machine by any (the cookies' names begin with `__Host-`).
  const url = origin.replace(/^http:/, 'https:');
  await context.addCookies([...jar].map(([name, value]) => ({ name, value, url, secure: true })));
};
