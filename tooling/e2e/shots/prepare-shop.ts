import { buyOne, plentifulItem, settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';

/** Orders in the states that their pages tell apart, and who may look at them. */
export interface PreparedShop {
  readonly shopper: ShopClient;
  readonly admin: ShopClient;
  readonly guest: ShopClient;
  readonly orders: Readonly<Record<'paid' | 'declined' | 'cancelled' | 'shipped' | 'delivered', string>>;
  readonly draft: string;
  readonly itemId: number;
  readonly slug: string;
}

export const prepareShop = async (origin: string): Promise<PreparedShop> => {
  const [shopper, admin, guest] = [1, 2, 3].map(() => createShopClient(origin)) as [
    ShopClient,
    ShopClient,
    ShopClient,
  ];
  await shopper.signIn('shopper@quayside.test');
  await admin.signIn('admin@quayside.test');
  await shopper.emptyBasket();
  const paid = await buyOne(shopper);
  const cancelled = await buyOne(shopper);
  const shipped = await buyOne(shopper);
  const delivered = await buyOne(shopper);
  const declined = await buyOne(shopper, 'tok_declined');
  await Promise.all([paid, cancelled, shipped, delivered].map((id) => settled(shopper, id)));
  await cancel(admin, cancelled);
  await ship(admin, shipped);
  await ship(admin, delivered);
  await deliver(admin, delivered);
  await eventually('the declined charge', async () => {
    const { body } = await shopper.order(declined);
    return body.actions.includes('pay');
  });
  const itemId = await plentifulItem(guest);
  const { slug } = (await guest.item(itemId)).body;
  await guest.put(itemId, 2);
  await shopper.put(itemId, 2);
  const { body: draft } = await admin.ask('POST /api/v1/staff/draft-orders', {
    body: { email: 'ida@example.com', language: 'en', shippingAddress, lines: [{ itemId, quantity: 1 }] },
  });
  return {
    ...{ shopper, admin, guest },
    orders: { paid, declined, cancelled, shipped, delivered },
    draft: draft.id,
    ...{ itemId, slug },
  };
};

const shippingAddress = {
  ...{ name: 'Ida Caller', street: 'Strandgade 12', city: 'Marstal', postalCode: '5960', country: 'DK' },
};

const asItIs = async (admin: ShopClient, id: string) => {
  const { body } = await admin.ask('GET /api/v1/staff/orders/:id', { params: { id } });
  return { body, headers: { 'if-match': `"v${body.version}"` } };
};

const cancel = async (admin: ShopClient, id: string): Promise<void> => {
  const { headers } = await asItIs(admin, id);
  await done(
    admin.ask('POST /api/v1/staff/orders/:id/cancel', {
      ...{ params: { id }, headers, body: { reason: 'The buyer called' } },
    }),
  );
};

const ship = async (admin: ShopClient, id: string): Promise<void> => {
  const { headers } = await asItIs(admin, id);
  await done(
    admin.ask('POST /api/v1/staff/orders/:id/ship-rest', {
      params: { id },
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      body: { carrier: 'DHL', tracking: 'JD014600003' },
    }),
  );
};

const deliver = async (admin: ShopClient, id: string): Promise<void> => {
  const { body, headers } = await asItIs(admin, id);
  const shipmentId = body.shipments[0]?.id ?? '';
  await done(
    admin.ask('POST /api/v1/staff/orders/:id/shipments/:shipmentId/deliver', {
      ...{ params: { id, shipmentId }, headers },
    }),
  );
};

const done = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> => {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`The shop refused: ${status} ${JSON.stringify(body)}`);
};
