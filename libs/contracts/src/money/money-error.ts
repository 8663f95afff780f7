export type MoneyErrorCode =
  'currency-mismatch' | 'amount-unsafe' | 'weights-invalid' | 'refund-invalid' | 'refund-exceeds-charge';

/** What cannot be done with amounts, by a stable code; nothing was computed. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError';
  readonly code: MoneyErrorCode;

  constructor(code: MoneyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
