import type { ShopClient } from '../src/shop-client.ts';
import type { BenchRequest, Script } from './load.ts';

const words = ['rope', 'jacket', 'lamp', 'wool', 'anchor', 'tent', 'kettle', 'deck', 'knife', 'dry bag'];
const get = (path: string): BenchRequest => ({ method: 'GET', path, expect: 200 });
const cookieOf = ({ jar }: ShopClient): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

const write = (client: ShopClient, rest: Omit<BenchRequest, 'headers'>, headers = {}): BenchRequest => ({
  ...rest,
  headers: {
    cookie: cookieOf(client),
    'content-type': 'application/json',
    'x-csrf': '1',
    'sec-fetch-site': 'same-origin',
    ...headers,
  },
});

export interface Scenario {
  name: string;
  script: Script;
}

const put = (client: ShopClient, itemId: number, quantity: number): BenchRequest =>
  write(client, {
    method: 'PUT',
    path: `/api/v1/basket/items/${itemId}`,
    body: JSON.stringify({ quantity }),
    expect: 200,
  });

/** Reads as a visitor, writes as a signed-in shopper; inputs vary, so that no single answer is measured. */
export const scenarios = (itemIds: readonly number[], shoppers: readonly ShopClient[]): Scenario[] => {
  const itemAt = (n: number): number => itemIds[n % itemIds.length] ?? 1;
  const shopper = (n: number): ShopClient => shoppers[n % shoppers.length] as ShopClient;
  return [
    {
      name: 'list of 24 products',
      script: (client, turn) => get(`/api/v1/catalog/products?pageSize=24&page=${1 + ((client + turn) % 4)}`),
    },
    { name: 'item', script: (client, turn) => get(`/api/v1/catalog/items/${itemAt(client * 7 + turn)}`) },
    {
      name: 'search by name',
      script: (client, turn) =>
        get(`/api/v1/catalog/products?q=${encodeURIComponent(words[(client + turn) % words.length] ?? '')}`),
    },
    {
      name: 'add to basket',
      script: (client, turn) => put(shopper(client), itemAt(client + (turn % 5)), 1 + (turn % 9)),
    },
  ];
};

/** The two requests of a purchase, by turns. */
export const purchase =
  (itemIds: readonly number[], shoppers: readonly ShopClient[]): Script =>
  (client, turn) => {
    const shopper = shoppers[client] as ShopClient;
    if (turn % 2 === 0) return put(shopper, itemIds[(client + turn) % itemIds.length] ?? 1, 1);
    return write(
      shopper,
      {
        method: 'POST',
        path: '/api/v1/basket/checkout',
        body: JSON.stringify({
          shippingAddress: { name: 'B', street: 'Quay 1', city: 'Port', postalCode: '5960', country: 'DK' },
          paymentToken: 'tok_ok',
        }),
        expect: 202,
      },
      { 'idempotency-key': crypto.randomUUID() },
    );
  };
