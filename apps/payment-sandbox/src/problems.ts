import type { SandboxErrorCode } from './sandbox-error.ts';

export const problems: Record<SandboxErrorCode, { status: number; title: string }> = {
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
};
