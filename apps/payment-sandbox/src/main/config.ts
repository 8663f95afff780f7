import { integerField, processConfig, secretField } from '@quayside/runtime';
import { z } from 'zod';

const origins = z
  .string()
  .transform((list) => list.split(',').map((origin) => origin.trim()))
  .pipe(z.array(z.url().refine((origin) => new URL(origin).origin === origin, 'must be an origin')).min(1));

export const sandboxConfig = z.object({
  ...processConfig,
  ALLOWED_ORIGINS: origins
    .prefault('http://localhost:8080,http://127.0.0.1:8080')
    .describe('origins that may embed what the company shows, and to which its banks lead back, by comma'),
  PAYMENT_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .prefault('http://localhost:8201')
    .describe('where browsers find the company: what buyers are to confirm begins with it'),
  CONFIRM_SECONDS: integerField(1, 3600, 600, 'how long a buyer may take to confirm a payment'),
  UNANSWERED_SECONDS: integerField(1, 3600, 20, 'the same for the card whose bank never answers'),
  PAYMENT_API_KEY: secretField('key the merchant sends', { minLength: 16 }).default('dev-payment-key'),
  SLOW_CHARGE_MS: integerField(0, 60_000, 3000, 'how long the slow test card takes'),
  LOST_ANSWER_MS: integerField(0, 600_000, 30_000, 'how late the answer of the timed out test card is'),
});
export type SandboxConfig = z.infer<typeof sandboxConfig>;
