import { z } from 'zod';

const line = (max: number) => z.string().trim().min(1).max(max);

export const address = z
  .strictObject({
    name: line(120),
    street: line(200),
    city: line(120),
    state: line(120).optional(),
    postalCode: line(20),
    /** ISO 3166-1 alpha-2. */
    country: z.string().regex(/^[A-Z]{2}$/),
  })
  .meta({ id: 'Address' });
export type Address = z.infer<typeof address>;
