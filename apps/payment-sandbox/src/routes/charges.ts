import { created, ok, type Api } from '@quayside/http';
import type { createApiKeyCheck } from '../api-key.ts';
import type { ChargeLedger } from '../charge-ledger.ts';
import { sandboxApi } from '../sandbox-api.ts';

interface Dependencies {
  ledger: ChargeLedger;
  checkApiKey: ReturnType<typeof createApiKeyCheck>;
}

export const serveCharges = (api: Api, { ledger, checkApiKey }: Dependencies): void =>
  api.serve(sandboxApi, {
    createCharge: async ({ req, headers, body }) => {
      checkApiKey(req);
      const made = await ledger.charge(headers['idempotency-key'], body);
      return created(made, `/v1/charges/${made.id}`);
    },
    cancelCharge: async ({ req, params }) => {
      checkApiKey(req);
      return ok(ledger.end(params.id, 'cancelled'));
    },
    findCharges: async ({ req, query }) => {
      checkApiKey(req);
      const found = ledger.findByKey(query.idempotencyKey);
      return ok({ items: found ? [found] : [] });
    },
    readBooks: async ({ req, query }) => {
      checkApiKey(req);
      return ok({ ...ledger.page(query.page, query.pageSize), ...query });
    },
    findCharge: async ({ req, params }) => {
      checkApiKey(req);
      return ok(ledger.find(params.id));
    },
  });
