import { z } from 'zod';

/** The signed part of a mailed link, in a header, so that it stands in no address, log or Referer. */
export const orderLink = z.object({
  'order-link': z.string().regex(/^[0-9a-z]{1,10}\.[A-Za-z0-9_-]{43}$/),
});
