/** So many calls in so many seconds, counted together by whoever makes them. */
export interface Limit {
  /**
   * `session`: one browser. `account`: one person, in all their browsers. `address`: everybody behind one address, IPv6 by
   * its /64, so that its figure leaves room for a crowd.
   */
  readonly by: 'session' | 'account' | 'address';
  readonly count: number;
  readonly seconds: number;
}

const perMinute = (by: Limit['by'], count: number): Limit => ({ by, count, seconds: 60 });

/**
 * What every request to the shop's origin is: a file that never changes, a page, or a call of an API. These are counted
 * roughly, in steps, so that counting costs them nothing.
 */
export const requestLimits = {
  asset: [perMinute('address', 30_000)],
  page: [perMinute('session', 600), perMinute('address', 6_000)],
  call: [perMinute('session', 1_200), perMinute('address', 12_000)],
} as const satisfies Record<string, readonly Limit[]>;
export type RequestKind = keyof typeof requestLimits;

/** What costs the shop more than an ordinary call, or is worth repeating to somebody who means no good. */
export const actionLimits = {
  search: [perMinute('session', 240), perMinute('address', 2_400)],
  checkout: [perMinute('account', 10), perMinute('session', 10), perMinute('address', 300)],
  /** Who guesses codes gets no further than that. */
  coupon: [perMinute('session', 10), perMinute('account', 10), perMinute('address', 120)],
  /** Each costs a look at the session; who sends more makes the figures up. */
  visit: [perMinute('session', 240), perMinute('address', 2_400)],
  /** All of the catalog: who fetches it does so some times a day. */
  feed: [{ by: 'address', count: 60, seconds: 3600 }],
  question: [
    perMinute('account', 10),
    perMinute('session', 10),
    { by: 'account', count: 60, seconds: 3600 },
    perMinute('address', 100),
  ],
  review: [perMinute('account', 20), perMinute('session', 20), perMinute('address', 200)],
  'stock-request': [perMinute('account', 30), perMinute('address', 300)],
  /** Each may send a mail to somebody. */
  'guest-stock-request': [
    { by: 'session', count: 12, seconds: 3600 },
    { by: 'address', count: 60, seconds: 3600 },
  ],
  /** Each is a mail that somebody has to read. */
  contact: [
    { by: 'account', count: 6, seconds: 3600 },
    { by: 'session', count: 6, seconds: 3600 },
    { by: 'address', count: 40, seconds: 3600 },
  ],
  /** Each is a browser that the shop then writes to. */
  'push-subscription': [perMinute('session', 20), perMinute('address', 200)],
  'stock-link': [perMinute('session', 60), perMinute('address', 300)],
  /** What a mailed link opens: who guesses gets no further than that. */
  'guest-order': [perMinute('session', 120), perMinute('address', 600)],
  /** Who guesses the address of an order gets no further than that. */
  'guest-paper': [
    { by: 'session', count: 20, seconds: 3600 },
    { by: 'address', count: 200, seconds: 3600 },
  ],
  'order-link': [
    { by: 'session', count: 6, seconds: 3600 },
    { by: 'address', count: 60, seconds: 3600 },
  ],
  'account-export': [{ by: 'account', count: 10, seconds: 3600 }],
  'guest-session': [{ by: 'address', count: 600, seconds: 3600 }],
  'sign-in-start': [{ by: 'address', count: 300, seconds: 300 }],
  'sign-in': [{ by: 'address', count: 200, seconds: 300 }],
  registration: [{ by: 'address', count: 100, seconds: 3600 }],
  /** Each may send a mail to somebody. */
  reset: [{ by: 'address', count: 100, seconds: 3600 }],
  /** Making one costs a little of what solving it costs. */
  'proof-of-work': [{ by: 'address', count: 600, seconds: 300 }],
  'identity-form': [{ by: 'address', count: 300, seconds: 300 }],
} as const satisfies Record<string, readonly Limit[]>;
export type CostlyAction = keyof typeof actionLimits;

/** Event streams that are open at one time, in each gateway. */
export const streamLimits = { session: 12, address: 300 } as const;
