import { z } from 'zod';

/** As people type it: blanks and case do not matter. Three characters at least, so that few can be guessed. */
export const couponCode = z
  .string()
  .max(64)
  .overwrite((text) => text.replaceAll(/\s/gu, ''))
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,23}$/, 'Use 3 to 24 letters, digits and hyphens')
  .toUpperCase();
