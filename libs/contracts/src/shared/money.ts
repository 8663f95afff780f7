import { z } from 'zod';

/** ISO 4217 codes the shop trades in. */
export const currency = z.enum(['USD']);
export type Currency = z.infer<typeof currency>;

/** An amount in minor units (cents) and its ISO 4217 currency. */
export const money = z.object({ amount: z.int(), currency }).meta({ id: 'Money' });
export type Money = z.infer<typeof money>;
