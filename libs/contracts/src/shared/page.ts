import { z } from 'zod';
import { wholeNumber } from './ids.ts';

/** Wraps an item schema in the shape every list answers with. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), totalItems: z.int() });

/** Query parameters every list takes. */
export const pageQuery = {
  page: wholeNumber(z.int().min(1).max(10_000).default(1)),
  pageSize: wholeNumber(z.int().min(1).max(100).default(24)),
};
