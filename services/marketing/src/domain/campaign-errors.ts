/** A campaign cannot be what was asked for. `code` is stable; the HTTP edge maps it to a status. */
abstract class CampaignError extends Error {
  abstract readonly code: string;
}

export class CampaignNotFound extends CampaignError {
  readonly code = 'campaign-not-found' as const;
  constructor(id: string) {
    super(`There is no campaign ${id}`);
  }
}

export class CampaignWithoutTime extends CampaignError {
  readonly code = 'campaign-without-time' as const;
  constructor() {
    super('A campaign ends after it starts');
  }
}

export class CouponWithoutDiscount extends CampaignError {
  readonly code = 'coupon-without-discount' as const;
  constructor() {
    super('Nobody types a code that takes nothing off');
  }
}

export class LimitWithoutCode extends CampaignError {
  readonly code = 'limit-without-code' as const;
  constructor() {
    super('Only the use of a code is counted: what everybody has has no limit');
  }
}

export class CouponCodeTaken extends CampaignError {
  readonly code = 'coupon-code-taken' as const;
  constructor(code: string) {
    super(`Another campaign has the code ${code}`);
  }
}

/** Somebody else changed it after the caller read it. */
export class StaleVersion extends CampaignError {
  readonly code = 'stale-version' as const;
  readonly extra: { readonly current: object };

  /** @param current what it is now, so that the caller can see what changed. */
  constructor(current: object) {
    super('Read it again and repeat the change if it still makes sense');
    this.extra = { current };
  }
}
