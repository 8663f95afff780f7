import { setTimeout as delay } from 'node:timers/promises';
import { createApi } from '@quayside/http';
import type { Health, Logger, Metrics } from '@quayside/runtime';
import { createApiKeyCheck } from '../api-key.ts';
import { createChargeLedger } from '../charge-ledger.ts';
import { problems } from '../problems.ts';
import { routeCardForm } from '../routes/card-form.ts';
import { routeCharges } from '../routes/charges.ts';
import { routeRefunds } from '../routes/refunds.ts';
import { routeTokens } from '../routes/tokens.ts';
import { createTokenVault } from '../token-vault.ts';
import type { SandboxConfig } from './config.ts';

export const createPaymentSandbox = (
  config: SandboxConfig,
  process: { logger: Logger; health: Health; metrics: Metrics },
) => {
  const stopping = new AbortController();
  const now = () => new Date();
  const wait = (milliseconds: number) =>
    delay(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);

  const vault = createTokenVault(now);
  const ledger = createChargeLedger({
    vault,
    times: { slowChargeMs: config.SLOW_CHARGE_MS, lostAnswerMs: config.LOST_ANSWER_MS },
    now,
    wait,
  });

  const api = createApi({
    ...process,
    title: 'Quayside payment sandbox',
    version: '1.0.0',
    problems,
    checkAnswers: config.NODE_ENV !== 'production',
  });
  const checkApiKey = createApiKeyCheck(config.PAYMENT_API_KEY);
  routeCardForm(api, { allowedOrigins: config.ALLOWED_ORIGINS });
  routeTokens(api, { vault });
  routeCharges(api, { ledger, checkApiKey });
  routeRefunds(api, { ledger, checkApiKey });

  return {
    api,
    /** Sends the answers held back on purpose, so that a stop does not wait for them. */
    close: async () => stopping.abort(),
  };
};
