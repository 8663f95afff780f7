export interface PriceChange {
  readonly id: number;
  readonly at: string;
  readonly itemId: number;
  readonly sku: string;
  readonly currency: string;
  readonly from?: number;
  readonly to?: number;
  readonly compareAtFrom?: number;
  readonly compareAtTo?: number;
  readonly by?: { readonly id: string; readonly name?: string };
  readonly source?: { readonly kind: 'job' | 'import'; readonly id: string };
}

export interface PriceChangeQuery {
  readonly itemId?: number | undefined;
  readonly currency?: string | undefined;
  readonly before?: number | undefined;
  readonly pageSize: number;
}

/** What products cost, and since when. */
export interface PriceHistory {
  /**
   * The newest first; `next` is where those before go on.
   *
   * @throws {ProductNotFound}
   */
  changes(
    productId: number,
    query: PriceChangeQuery,
  ): Promise<{ readonly items: readonly PriceChange[]; readonly next?: number }>;
}
