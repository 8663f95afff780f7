/** Units of a line. */
export interface Units {
  readonly itemId: number;
  readonly quantity: number;
}

/** A parcel. `prepared` ones have not left the house and end with a cancellation of the order. */
export interface Shipment {
  readonly id: string;
  readonly state: 'prepared' | 'shipped' | 'delivered';
  readonly lines: readonly Units[];
  readonly carrier?: string | undefined;
  readonly tracking?: string | undefined;
  readonly preparedAt: string;
  readonly shippedAt?: string;
  readonly deliveredAt?: string;
}

/** Units that will not be shipped after all. */
export interface Cancellation {
  readonly id: string;
  readonly lines: readonly Units[];
  readonly reason: string;
  readonly at: string;
}

/** `refused` comes after any of the others but `refunded`. Units that were received count as returned all the same. */
export interface Return {
  readonly id: string;
  readonly state: 'requested' | 'approved' | 'received' | 'refunded' | 'refused';
  readonly lines: readonly Units[];
  /** What of them is back on the shelf; the rest is written off. */
  readonly restocked?: readonly Units[] | undefined;
  readonly reason: string;
  readonly refusal?: string;
  readonly requestedAt: string;
}
