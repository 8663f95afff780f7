import { z } from 'zod';

/** What a thing is called in other languages than the shop's own, by ISO 639-1. */
export const otherNames = z.record(z.string().regex(/^[a-z]{2}$/), z.string());
