import { eventually } from './control.ts';
import type { ShopClient } from './shop-client.ts';

/** Puts one of an item with plenty of stock into the basket and checks out. @returns the order id */
export const buyOne = async (client: ShopClient, token = 'tok_ok'): Promise<string> => {
  const itemId = await plentifulItem(client);
  await client.put(itemId, 1);
  const answer = await client.checkoutWith({ token });
  if (answer.status !== 202) throw new Error(`checkout: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.orderId;
};

export const plentifulItem = async (client: ShopClient): Promise<number> => {
  const { body } = await client.items({ inStock: 'true', pageSize: 100 });
  const item = body.items.toSorted((a, b) => b.availableStock - a.availableStock)[0];
  if (!item) throw new Error('the catalog is empty');
  return item.id;
};

/** The status of an order once it is final. */
export const settled = (client: ShopClient, orderId: string, timeoutMs = 90_000): Promise<string> =>
  eventually(
    `order ${orderId} to settle`,
    async () => {
      const { status, body } = await client.order(orderId);
      return status === 200 && ['paid', 'cancelled'].includes(String(body.status)) && String(body.status);
    },
    timeoutMs,
  );
