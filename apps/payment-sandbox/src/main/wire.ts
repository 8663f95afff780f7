import { setTimeout as delay } from 'node:timers/promises';
import { createApi } from '@quayside/http';
import type { Health, Logger, Metrics } from '@quayside/runtime';
import { createApiKeyCheck } from '../api-key.ts';
import { createChargeLedger } from '../charge-ledger.ts';
import { createConfirmations } from '../confirmations.ts';
import { serveBank } from '../routes/bank.ts';
import { serveCardForm } from '../routes/card-form.ts';
import { serveChallenges } from '../routes/challenges.ts';
import { serveCharges } from '../routes/charges.ts';
import { serveRefunds } from '../routes/refunds.ts';
import { serveTokens } from '../routes/tokens.ts';
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
  const confirmations = createConfirmations({
    origin: config.PAYMENT_ORIGIN,
    allowedOrigins: config.ALLOWED_ORIGINS,
    confirmMs: config.CONFIRM_SECONDS * 1000,
    unansweredMs: config.UNANSWERED_SECONDS * 1000,
    now,
  });
  const ledger = createChargeLedger({
    ...{ vault, confirmations },
    times: { slowChargeMs: config.SLOW_CHARGE_MS, lostAnswerMs: config.LOST_ANSWER_MS },
    now,
    wait,
  });

  const api = createApi({
    ...process,
    version: '1.0.0',
    checkAnswers: config.NODE_ENV !== 'production',
  });
  const checkApiKey = createApiKeyCheck(config.PAYMENT_API_KEY);
  serveCardForm(api, { allowedOrigins: config.ALLOWED_ORIGINS });
  serveChallenges(api, { confirmations, ledger, allowedOrigins: config.ALLOWED_ORIGINS });
  serveBank(api, { confirmations, ledger });
  serveTokens(api, { vault });
  serveCharges(api, { ledger, checkApiKey });
  serveRefunds(api, { ledger, checkApiKey });

  return {
    api,
    /** Sends the answers held back on purpose, so that a stop does not wait for them. */
    close: async () => stopping.abort(),
  };
};
