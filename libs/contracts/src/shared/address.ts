import { z } from 'zod';
import { writtenLine } from './text.ts';

const shapeOf = (line: (max: number) => z.ZodString) => ({
  name: line(120),
  company: line(120).optional(),
  street: line(200),
  /** Floor, building, in care of. */
  street2: line(200).optional(),
  /** Not everywhere is there a town, a state or a postal code; what an address needs follows from its country. */
  city: line(120).optional(),
  state: line(120).optional(),
  postalCode: line(20).optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** For the carrier. */
  phone: line(40).optional(),
});

/** An address as it is kept: what was taken once is not judged again. */
export const address = z.strictObject(shapeOf((max) => z.string().max(max))).meta({ id: 'Address' });
export type Address = z.infer<typeof address>;

/** One that somebody writes. */
export const writtenAddress = z.strictObject(shapeOf(writtenLine)).meta({ id: 'WrittenAddress' });
