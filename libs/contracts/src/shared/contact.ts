import { z } from 'zod';
import { isEmail, tidyEmail } from '../email/index.ts';

/** An e-mail address that somebody typed. */
export const writtenEmail = z
  .string()
  .max(320)
  .overwrite(tidyEmail)
  .refine(isEmail, 'That is no e-mail address');

/** A language as browsers name it (BCP 47), as far as it says a language and a place. */
export const languageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/);

/** Where a guest is written to; of somebody signed in the account says it. */
export const guestContact = z
  .strictObject({ email: writtenEmail, locale: languageTag.optional() })
  .meta({ id: 'GuestContact' });
export type GuestContact = z.infer<typeof guestContact>;
