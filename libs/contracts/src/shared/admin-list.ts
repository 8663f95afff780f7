import { z } from 'zod';
import { pageQuery } from './page.ts';
import { isPrintableLine } from './text.ts';

/**
 * Query parameters that every list of the admin pages takes beside its own filters: a text to look for, and a sort of
 * those given, downwards with `-` before it.
 */
export const adminListQuery = <const Sorts extends readonly [string, ...string[]]>(sorts: Sorts) => ({
  ...pageQuery,
  q: z.string().trim().min(1).max(100).refine(isPrintableLine).optional(),
  sort: z
    .enum(sorts.flatMap((sort) => [sort, `-${sort}`]) as (Sorts[number] | `-${Sorts[number]}`)[])
    .optional(),
});

/** A filter of the kind "only those that are", or "only those that are not". */
export const flagFilter = z
  .enum(['true', 'false'])
  .transform((flag) => flag === 'true')
  .optional();
