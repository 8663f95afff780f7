import { requireIdempotencyKey, type Api } from '@quayside/http';
import type { createApiKeyCheck } from '../api-key.ts';
import type { ChargeLedger } from '../charge-ledger.ts';
import { idempotencyHeaders, refund, refundBody } from '../schemas.ts';

interface RefundRoutes {
  ledger: ChargeLedger;
  checkApiKey: ReturnType<typeof createApiKeyCheck>;
}

export const routeRefunds = (api: Api, { ledger, checkApiKey }: RefundRoutes): void => {
  api.route({
    method: 'post',
    path: '/v1/refunds',
    summary: 'Give back a charge, whole or in part; the same idempotency key gives the same refund',
    tags: ['Refunds'],
    auth: 'none',
    headers: idempotencyHeaders,
    body: refundBody,
    responses: { 201: { schema: refund, description: 'The refund' } },
    problems: [
      'api-key-invalid',
      'charge-not-found',
      'charge-not-refundable',
      'refund-too-high',
      'idempotency-key-reused',
    ],
    handler: async ({ req, body }) => {
      checkApiKey(req);
      return { status: 201, body: ledger.refund(requireIdempotencyKey(req.headers), body) };
    },
  });
};
