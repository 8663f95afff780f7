import { z } from 'zod';

/** Wraps an item schema in the shape every list answers with. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), totalItems: z.int() });

/** Query parameters every list takes; query values arrive as strings, so they are coerced. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(24),
};
