import { z } from 'zod';

/** What a thing is called in other languages than the shop's own, by ISO 639-1. */
export const otherNames = z.record(z.string().regex(/^[a-z]{2}$/), z.string());

/** The same where it need not be there: types of zod say so apart from what is absent. */
export type OtherNames = Readonly<Record<string, string>> | undefined;
