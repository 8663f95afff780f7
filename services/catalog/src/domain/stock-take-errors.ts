import { CatalogError } from './errors.ts';

export class StockTakeNotFound extends CatalogError {
  readonly code = 'stock-take-not-found' as const;
  constructor(id: string) {
    super(`There is no count sheet ${id}`);
  }
}

export class StockTakeBooked extends CatalogError {
  readonly code = 'stock-take-booked' as const;
  constructor(name: string) {
    super(`${name} is booked: what it says is what was counted then`);
  }
}

export class StockTakeTooLarge extends CatalogError {
  readonly code = 'stock-take-too-large' as const;
  constructor(max: number) {
    super(`A sheet holds ${max} variants: count one part of the shelf at a time`);
  }
}

export class NothingChosen extends CatalogError {
  readonly code = 'nothing-chosen' as const;
  constructor() {
    super('No variant is in that category, or found by that search');
  }
}

export class NothingCounted extends CatalogError {
  readonly code = 'nothing-counted' as const;
  constructor() {
    super('Type what you counted first');
  }
}

/** The journal says what was on hand then; a count of long ago is more likely a slip. */
export class CountedAtUnfit extends CatalogError {
  readonly code = 'counted-at-unfit' as const;
  constructor() {
    super('Say a time of the last seven days, and none to come');
  }
}

/** Less would be on hand than orders have reserved. */
export class CountBelowReserved extends CatalogError {
  readonly code = 'count-below-reserved' as const;
  readonly extra: { readonly skus: readonly string[] };
  constructor(skus: readonly string[]) {
    super(`Of ${skus.slice(0, 5).join(', ')} orders have reserved more: see to these orders first`);
    this.extra = { skus };
  }
}
