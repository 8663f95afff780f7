/** The database did not answer. */
export class SalesUnavailable extends Error {
  readonly code = 'sales-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('The sales figures are out of reach right now; trying again is safe', options);
  }
}
