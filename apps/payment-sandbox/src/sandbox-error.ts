export type SandboxErrorCode =
  | 'card-number-invalid'
  | 'card-expired'
  | 'token-unknown'
  | 'token-used'
  | 'idempotency-key-reused'
  | 'charge-not-found'
  | 'charge-not-refundable'
  | 'refund-too-high'
  | 'api-key-invalid'
  | 'origin-not-allowed'
  | 'return-url-missing'
  | 'return-url-not-allowed'
  | 'confirmation-not-found'
  | 'confirmation-over';

export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly code: SandboxErrorCode;

  constructor(code: SandboxErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
