import { defineApi, defineRoute, idempotencyKey, type ProblemDefinition } from '@quayside/contracts';
import { z } from 'zod';
import type { SandboxErrorCode } from './sandbox-error.ts';
import { cardBody, charge, chargeBody, chargeList, issuedToken, refund, refundBody } from './schemas.ts';

const problems = {
  'card-number-invalid': { status: 422, title: 'The card number is not valid' },
  'card-expired': { status: 422, title: 'The card has expired' },
  'token-unknown': { status: 422, title: 'No such token' },
  'token-used': { status: 422, title: 'The token was already used' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key was used for another request' },
  'charge-not-found': { status: 404, title: 'No such charge' },
  'charge-not-refundable': { status: 409, title: 'The charge cannot be refunded' },
  'refund-too-high': { status: 409, title: 'The refund is more than what is left of the charge' },
  'api-key-invalid': { status: 401, title: 'A valid API key is required' },
  'origin-not-allowed': { status: 403, title: 'This site may not embed the card form' },
} satisfies Record<SandboxErrorCode, ProblemDefinition>;

/** The payment company's own API: an API key of its own instead of our tokens, so every route is public to the shell. */
export const sandboxApi = defineApi({
  name: 'payment-sandbox',
  title: 'payment sandbox',
  problems,
  routes: {
    showCardForm: defineRoute({
      method: 'get',
      path: '/card-form',
      summary: 'The card form, for an iframe of an allowed origin',
      audience: 'public',
      query: z.strictObject({
        origin: z.url().max(300),
        controlHeight: z.coerce.number().int().min(36).max(64).default(46),
        /** One that it does not speak is answered in English. */
        language: z.enum(['en', 'de']).catch('en').default('en'),
      }),
      answers: { 200: { description: 'An HTML page', contentType: 'text/html' } },
      problems: ['origin-not-allowed'],
    }),
    issueToken: defineRoute({
      method: 'post',
      path: '/v1/tokens',
      summary: 'Exchange a card for a one-time token',
      audience: 'public',
      body: cardBody,
      answers: { 201: { description: 'The token that stands for the card', schema: issuedToken } },
      problems: ['card-number-invalid', 'card-expired'],
    }),
    createCharge: defineRoute({
      method: 'post',
      path: '/v1/charges',
      summary: 'Charge a token; the same idempotency key gives the same charge',
      audience: 'public',
      headers: idempotencyKey,
      body: chargeBody,
      answers: { 201: { description: 'The charge, succeeded or declined', schema: charge } },
      problems: ['api-key-invalid', 'token-unknown', 'token-used', 'idempotency-key-reused'],
    }),
    findCharges: defineRoute({
      method: 'get',
      path: '/v1/charges',
      summary: 'Look up what became of a charge; no item means it was never made',
      audience: 'public',
      query: z.strictObject({ idempotencyKey: z.string().min(1).max(255) }),
      answers: { 200: { description: 'The charge made with this key, if any', schema: chargeList } },
      problems: ['api-key-invalid'],
    }),
    findCharge: defineRoute({
      method: 'get',
      path: '/v1/charges/:id',
      summary: 'Read a charge',
      audience: 'public',
      params: z.object({ id: z.string() }),
      answers: { 200: { description: 'The charge', schema: charge } },
      problems: ['api-key-invalid', 'charge-not-found'],
    }),
    createRefund: defineRoute({
      method: 'post',
      path: '/v1/refunds',
      summary: 'Give back a charge, whole or in part; the same idempotency key gives the same refund',
      audience: 'public',
      headers: idempotencyKey,
      body: refundBody,
      answers: { 201: { description: 'The refund', schema: refund } },
      problems: [
        'api-key-invalid',
        'charge-not-found',
        'charge-not-refundable',
        'refund-too-high',
        'idempotency-key-reused',
      ],
    }),
  },
});
