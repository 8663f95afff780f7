import type { WaitedFor } from '../domain/stock-request.ts';

export interface AskedFor {
  readonly item: { readonly id: number; readonly slug: string; readonly name: string };
  readonly askedAt: Date;
}

/** Who waits for which sold-out item. */
export interface StockRequests {
  of(accountId: string): Promise<readonly AskedFor[]>;
  /**
   * @throws {ItemNotFound}
   * @throws {ItemInStock}
   * @throws {TooManyStockRequests}
   */
  ask(accountId: string, itemId: number): Promise<void>;
  /**
   * Has the address asked by mail, unless it was asked often.
   *
   * @throws {ItemNotFound}
   * @throws {ItemInStock}
   */
  askAsGuest(asked: { itemId: number; email: string; locale: string }): Promise<void>;
  withdraw(accountId: string, itemId: number): Promise<void>;
  /** @throws {StockLinkInvalid} */
  confirm(link: string): Promise<AskedFor['item']>;
  /**
   * Forgets whoever the link is of, with all that they wait for.
   *
   * @throws {StockLinkInvalid}
   */
  end(link: string): Promise<void>;
}

/** What a mail about a request is written from. */
export interface WaitedForReads {
  /** Undefined: nobody waits any more. */
  find(requestId: string): Promise<WaitedFor | undefined>;
}

interface ItemFacts {
  readonly id: number;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly slug: string;
  readonly slugs?: Readonly<Record<string, string>> | undefined;
  readonly pictureUrl: string;
  readonly active: boolean;
  readonly version: number;
}

export interface Flow {
  readonly correlationId: string;
  readonly traceparent?: string | undefined;
}

/** What Marketing knows of items, as far as events change it; what can be had again is mailed to those who wait for it. */
export interface ItemCopy {
  keepItems(items: readonly (ItemFacts & Flow)[]): Promise<void>;
  keepStock(
    figures: readonly ({ itemId: number; available: number; version: number } & Flow)[],
  ): Promise<void>;
}
