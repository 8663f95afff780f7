import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import { PaymentRefused, PaymentUnclear, type ChargeOutcome, type Payments } from '../usecases/payments.ts';
import { createPaymentApi, PaymentRequestRefused } from './payment-api.ts';

const retries = 2;
const failuresToOpen = 10;
const openMs = 5000;

/** A token the company will not take is for the shopper what a declined card is. */
const declinedCodes = new Set(['token-unknown', 'token-used']);

const isOpenOutcome = (error: unknown): boolean => !(error instanceof PaymentRequestRefused);
const isWorthRepeating = (error: unknown): boolean =>
  isOpenOutcome(error) && !(error instanceof BrokenCircuitError) && !(error instanceof PaymentUnclear);

/**
 * The payment company behind a timeout per call, a few retries with jitter, and a circuit breaker. A charge whose
 * outcome is open is looked up by its idempotency key before it is asked for again.
 *
 * @param options.stopping ends retries, so that a stop need not wait for them
 */
export const createPaymentClient = (options: {
  url: string;
  apiKey: string;
  timeoutMs: number;
  stopping?: AbortSignal;
}): Payments => {
  const { stopping } = options;
  const api = createPaymentApi(options);
  const once = wrap(
    circuitBreaker(handleWhen(isOpenOutcome), {
      breaker: new ConsecutiveBreaker(failuresToOpen),
      halfOpenAfter: openMs,
    }),
    timeout(options.timeoutMs, TimeoutStrategy.Aggressive),
  );
  const again = retry(handleWhen(isWorthRepeating), {
    maxAttempts: retries,
    backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 2000 }),
  });

  const lookUp = (key: string): Promise<ChargeOutcome | undefined> =>
    once.execute(({ signal }) => api.lookUp(key, signal));

  const orWhyNot = async <T>(ask: Promise<T>): Promise<T> => {
    try {
      return await ask;
    } catch (error) {
      if (error instanceof PaymentUnclear) throw error;
      if (error instanceof PaymentRequestRefused) throw new PaymentRefused(error.message, { cause: error });
      throw new PaymentUnclear('The payment company gave no clear answer', { cause: error });
    }
  };

  return {
    charge: ({ key, reference, token, amount, returnUrls, mayExist, mayStart }) =>
      orWhyNot(
        again.execute(async ({ attempt }): Promise<ChargeOutcome> => {
          const known = mayExist || attempt > 0 ? await lookUp(key) : undefined;
          if (known) return known;
          if (!mayStart()) throw new PaymentUnclear('The lease on this charge may have run out');
          const request = { token, reference, ...amount, ...(returnUrls && { returnUrls }) };
          return once.execute(({ signal }) => api.charge(key, request, signal)).catch(declinedIfRefused);
        }, stopping),
      ),
    lookUp: (key) => orWhyNot(again.execute(() => lookUp(key), stopping)),
    cancel: (chargeId) =>
      orWhyNot(again.execute(() => once.execute(({ signal }) => api.cancel(chargeId, signal)), stopping)),
    refund: ({ key, ...request }) =>
      orWhyNot(again.execute(() => once.execute(({ signal }) => api.refund(key, request, signal)), stopping)),
  };
};

const declinedIfRefused = (error: unknown): ChargeOutcome => {
  if (error instanceof PaymentRequestRefused && declinedCodes.has(error.code)) {
    return { outcome: 'declined', reason: 'The payment details are no longer valid' };
  }
  throw error;
};
