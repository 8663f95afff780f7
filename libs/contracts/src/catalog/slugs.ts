import { z } from 'zod';

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);

/** In other languages, by ISO 639-1; whatever leads to a product or category by one of them leads to it by each. */
export const otherSlugs = z.record(z.string().regex(/^[a-z]{2}$/), slug).optional();

/** Several by comma. */
export const slugList = z
  .string()
  .regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/)
  .transform((list) => list.split(','))
  .pipe(z.array(slug).min(1).max(20));
