import 'server-only';
import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);

const schema = z.object({
  /** Where server components reach the gateway; inside a cluster not the public origin. */
  GATEWAY_URL: origin.default('http://127.0.0.1:8080'),
  /** The only foreign origin a page may frame: the payment company's card form. */
  PAYMENT_ORIGIN: origin.default('http://localhost:8201'),
  /** Where people and search engines find the shop: what addresses on pages begin with, where they must be whole. */
  PUBLIC_ORIGIN: origin.default('http://localhost:8080'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
});

const parsed = schema.safeParse(process.env);
if (!parsed.success) {
  throw new Error(`The storefront's environment is not usable:\n${z.prettifyError(parsed.error)}`);
}

export const env = { ...parsed.data, isDevelopment: process.env.NODE_ENV === 'development' };
