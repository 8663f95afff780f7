import type { Api } from '@quayside/http';
import type { createApiKeyCheck } from '../api-key.ts';
import type { ChargeLedger } from '../charge-ledger.ts';
import { sandboxApi } from '../sandbox-api.ts';

interface Dependencies {
  ledger: ChargeLedger;
  checkApiKey: ReturnType<typeof createApiKeyCheck>;
}

export const serveRefunds = (api: Api, { ledger, checkApiKey }: Dependencies): void =>
  api.serve(sandboxApi, {
    createRefund: async ({ req, headers, body }) => {
      checkApiKey(req);
      return { status: 201, body: ledger.refund(headers['idempotency-key'], body) };
    },
  });
