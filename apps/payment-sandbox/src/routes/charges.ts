import { created, ok, requireIdempotencyKey, type Api } from '@quayside/http';
import { z } from 'zod';
import type { createApiKeyCheck } from '../api-key.ts';
import type { ChargeLedger } from '../charge-ledger.ts';
import { charge, chargeBody, chargeList, idempotencyHeaders, idempotencyKey } from '../schemas.ts';

interface ChargeRoutes {
  ledger: ChargeLedger;
  checkApiKey: ReturnType<typeof createApiKeyCheck>;
}

export const routeCharges = (api: Api, { ledger, checkApiKey }: ChargeRoutes): void => {
  api.route({
    method: 'post',
    path: '/v1/charges',
    summary: 'Charge a token; the same idempotency key gives the same charge',
    tags: ['Charges'],
    auth: 'none',
    headers: idempotencyHeaders,
    body: chargeBody,
    responses: { 201: { schema: charge, description: 'The charge, succeeded or declined' } },
    problems: ['api-key-invalid', 'token-unknown', 'token-used', 'idempotency-key-reused'],
    handler: async ({ req, body }) => {
      checkApiKey(req);
      const made = await ledger.charge(requireIdempotencyKey(req.headers), body);
      return created(made, `/v1/charges/${made.id}`);
    },
  });

  api.route({
    method: 'get',
    path: '/v1/charges',
    summary: 'Look up what became of a charge; no item means it was never made',
    tags: ['Charges'],
    auth: 'none',
    query: z.strictObject({ idempotencyKey }),
    responses: { 200: { schema: chargeList, description: 'The charge made with this key, if any' } },
    problems: ['api-key-invalid'],
    handler: async ({ req, query }) => {
      checkApiKey(req);
      const found = ledger.findByKey(query.idempotencyKey);
      return ok({ items: found ? [found] : [] });
    },
  });

  api.route({
    method: 'get',
    path: '/v1/charges/:id',
    summary: 'Read a charge',
    tags: ['Charges'],
    auth: 'none',
    params: z.object({ id: z.string() }),
    responses: { 200: { schema: charge, description: 'The charge' } },
    problems: ['api-key-invalid', 'charge-not-found'],
    handler: async ({ req, params }) => {
      checkApiKey(req);
      return ok(ledger.find(params.id));
    },
  });
};
