export class ItemNotFound extends Error {
  readonly code = 'item-not-found' as const;
  constructor(itemId: number) {
    super(`There is no item ${itemId}`);
  }
}

export class ItemInStock extends Error {
  readonly code = 'item-in-stock' as const;
  constructor(itemId: number) {
    super(`There is no need to wait for item ${itemId}`);
  }
}

export class TooManyStockRequests extends Error {
  readonly code = 'too-many-stock-requests' as const;
  constructor(atMost: number) {
    super(`One waits for ${atMost} items at most`);
  }
}

export class StockLinkInvalid extends Error {
  readonly code = 'stock-link-invalid' as const;
  constructor() {
    super('It was followed too late, or not copied as a whole');
  }
}

/** The database did not answer. */
export class StockRequestsUnavailable extends Error {
  readonly code = 'stock-requests-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('What people wait for is out of reach right now; trying again is safe', options);
  }
}
