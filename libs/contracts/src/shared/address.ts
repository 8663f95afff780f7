import { z } from 'zod';
import { writtenLine } from './text.ts';

const shapeOf = (line: (max: number) => z.ZodString) => ({
  name: line(120),
  street: line(200),
  city: line(120),
  state: line(120).optional(),
  postalCode: line(20),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
});

/** An address as it is kept: what was taken once is not judged again. */
export const address = z.strictObject(shapeOf((max) => z.string().max(max))).meta({ id: 'Address' });
export type Address = z.infer<typeof address>;

/** One that somebody writes. */
export const writtenAddress = z.strictObject(shapeOf(writtenLine)).meta({ id: 'WrittenAddress' });
