import { z } from 'zod';
import { isCurrency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';

/** Where a currency that does not exist is refused with `currency-unknown`, and not as malformed. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** A currency of ISO 4217. Open: which ones a shop sells in is a matter of its settings. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency, { error: 'There is no such currency' });

const shape = { amount: z.int(), currency };

/** An amount in minor units (cents) and its ISO 4217 currency. */
export const money = z.object(shape).meta({ id: 'Money' }) satisfies z.ZodType<Money>;
export type { Money };
