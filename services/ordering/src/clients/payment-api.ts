import { z } from 'zod';
import type { ChargeEnd, ChargeOutcome } from '../usecases/payments.ts';

const charge = z.object({
  id: z.string(),
  status: z.enum(['pending', 'requires-action', 'succeeded', 'declined']),
  declineReason: z.string().optional(),
  nextAction: z
    .object({
      type: z.enum(['challenge', 'redirect']),
      // A browser is to go there.
      url: z.url({ protocol: /^https?$/ }).max(1000),
      expiresAt: z.iso.datetime(),
    })
    .optional(),
});
const chargeList = z.object({ items: z.array(charge) });
const refund = z.object({ id: z.string() });
const problem = z.object({ code: z.string() });

/** The company understood the request and says no: repeating it is of no use. */
export class PaymentRequestRefused extends Error {
  override readonly name = 'PaymentRequestRefused';
  readonly code: string;

  constructor(status: number, code: string) {
    super(`The payment company answered ${status} ${code}`);
    this.code = code;
  }
}

const worthRepeating = new Set([408, 425, 429]);

const outcomeOf = ({ nextAction, ...ended }: z.infer<typeof charge>): ChargeOutcome => {
  if (ended.status !== 'requires-action') return endOf(ended);
  if (!nextAction) throw new Error('The charge waits for its buyer, and does not say for what');
  const { type: kind, url, expiresAt: until } = nextAction;
  return { outcome: 'buyers-turn', chargeId: ended.id, kind, url, until };
};

const endOf = ({
  id,
  status,
  declineReason,
}: Pick<z.infer<typeof charge>, 'id' | 'status' | 'declineReason'>): ChargeEnd => {
  if (status === 'pending' || status === 'requires-action') throw new Error('The charge is still under way');
  if (status === 'succeeded') return { outcome: 'charged', chargeId: id };
  return { outcome: 'declined', reason: declineReason ?? 'The payment was declined' };
};

/**
 * The payment company's HTTP API, one call per function, each made once.
 *
 * @throws {PaymentRequestRefused} for a definite no; any other error leaves the outcome open
 */
export const createPaymentApi = ({ url, apiKey }: { url: string; apiKey: string }) => {
  const call = async (path: string, signal: AbortSignal, post?: { key?: string; body: object }) => {
    const response = await fetch(new URL(path, url), {
      signal,
      redirect: 'error',
      method: post ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(post && { 'content-type': 'application/json' }),
        ...(post?.key !== undefined && { 'idempotency-key': post.key }),
      },
      ...(post && { body: JSON.stringify(post.body) }),
    });
    const body: unknown = await response.json();
    if (response.ok) return body;
    const code = problem.safeParse(body).data?.code ?? 'unknown';
    if (response.status < 500 && !worthRepeating.has(response.status)) {
      throw new PaymentRequestRefused(response.status, code);
    }
    throw new Error(`The payment company answered ${response.status} ${code}`);
  };

  return {
    async charge(
      key: string,
      request: {
        token: string;
        amount: number;
        currency: string;
        reference: string;
        returnUrls?: { en: string; de: string };
      },
      signal: AbortSignal,
    ): Promise<ChargeOutcome> {
      return outcomeOf(charge.parse(await call('/v1/charges', signal, { key, body: request })));
    },
    async lookUp(key: string, signal: AbortSignal): Promise<ChargeOutcome | undefined> {
      const path = `/v1/charges?idempotencyKey=${encodeURIComponent(key)}`;
      const [found] = chargeList.parse(await call(path, signal)).items;
      return found && outcomeOf(found);
    },
    async cancel(chargeId: string, signal: AbortSignal): Promise<ChargeEnd> {
      const path = `/v1/charges/${encodeURIComponent(chargeId)}/cancel`;
      return endOf(charge.parse(await call(path, signal, { body: {} })));
    },
    async refund(
      key: string,
      { chargeId, amount }: { chargeId: string; amount?: number },
      signal: AbortSignal,
    ): Promise<{ refundId: string }> {
      const body = { charge: chargeId, ...(amount !== undefined && { amount }) };
      const made = refund.parse(await call('/v1/refunds', signal, { key, body }));
      return { refundId: made.id };
    },
  };
};
