/** The database did not answer. */
export class CampaignsUnavailable extends Error {
  readonly code = 'campaigns-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('Campaigns are out of reach right now; trying again is safe', options);
  }
}
