import type { Money } from '@quayside/contracts/money';

export type { Money };

export interface Named {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

export interface Item {
  readonly id: number;
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly brand: Named;
  readonly type: Named;
  readonly price: Money;
  readonly pictureUrl: string;
  readonly active: boolean;
  readonly version: number;
}
