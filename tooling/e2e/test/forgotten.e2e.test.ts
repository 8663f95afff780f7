import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { basketEvents, identityEvents, orderingEvents } from '@quayside/contracts';
import type { TailedMessage } from '@quayside/messaging';
import { processes } from '@quayside/system';
import { plentifulItem } from '../src/buy.ts';
import { createControl, eventually } from '../src/control.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { pagesWith, publishReviewOf } from '../src/published-review.ts';
import { disguisesOf, holds, searchStores, textOf } from '../src/search-everywhere.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { tailEverything } from '../src/tail-everything.ts';

const stack = theStack();
const control = createControl(stack);
const mark = Date.now().toString(36);
const person = {
  name: `Zebulon Quillfeather${mark}`,
  email: `zebulon.quillfeather${mark}@example.com`,
  password: `a password of ${mark}`,
};
const shippingAddress = {
  name: person.name,
  street: `Unmistakable Lane ${mark}`,
  city: `Nowherebury${mark}`,
  postalCode: '5960',
  country: 'DK',
};
const tracking = `TRACK-${mark}-PARCEL`;
const reason = `quillfeather${mark} rang and does not want it any more`;
const words = [
  ...[`Quillfeather${mark}`, `quillfeather${mark}`, `Unmistakable Lane ${mark}`, `Nowherebury${mark}`],
  ...[tracking, `password of ${mark}`, `Former Fjord ${mark}`],
].flatMap(disguisesOf);

const messages: TailedMessage[] = [];
let tail: { close(): Promise<void> };
let shopper: ShopClient;
let staff: ShopClient;

beforeAll(async () => {
  const tailed = await tailEverything(stack, (message) => void messages.push(message));
  expect(tailed.topics.filter((topic) => topic.endsWith('.dlt')).length).toBeGreaterThan(5);
  tail = tailed;
  shopper = createShopClient(stack.origin);
  staff = createShopClient(stack.origin);
  await staff.signIn('admin@quayside.test');
});
afterAll(async () => {
  await tail.close();
  for (const { name } of processes.filter((one) => one.name === 'ordering-worker')) await control.start(name);
});

const inTopics = () => messages.filter((message) => holds(textOf(message), words)).map(({ topic }) => topic);
const inLogs = () =>
  readFileSync(stack.log, 'utf8')
    .split('\n')
    .filter((line) => holds(line, words));
const told = (definition: { type: string }, subject: string) =>
  eventually(`${definition.type} of ${subject}`, async () =>
    messages.some(
      ({ key, headers }) => headers['ce_type']?.toString() === definition.type && key?.toString() === subject,
    ),
  );
const buy = async (): Promise<string> => {
  await shopper.put(await plentifulItem(shopper), 1);
  const { status, body } = await shopper.ask('POST /api/v1/basket/checkout', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { shippingAddress, paymentToken: 'tok_ok' },
  });
  expect(status).toBe(202);
  return body.orderId;
};
const paid = (orderId: string) =>
  eventually(
    `order ${orderId} to be paid`,
    async () => (await shopper.order(orderId)).body.status === 'paid',
  );
/** Of what they bought, under their own name. */
const review = async (orderId: string): Promise<void> => {
  const [line] = (await shopper.order(orderId)).body.items;
  const params = { slug: (await shopper.item(line?.itemId ?? 0)).body.slug };
  const route = 'GET /api/v1/catalog/products/:slug/reviews/mine';
  await eventually(
    'the purchase to be known',
    async () => (await shopper.ask(route, { params })).body.mayWrite,
  );
  const body = { stars: 5, title: 'Good', body: 'It is.', author: person.name.slice(0, 40) };
  const written = await shopper.ask('PUT /api/v1/catalog/products/:slug/reviews/mine', { params, body });
  expect(written.status).toBe(200);
};
/** The same of a question, whose name and words are theirs. */
const askAbout = async (orderId: string): Promise<void> => {
  const [line] = (await shopper.order(orderId)).body.items;
  const params = { slug: (await shopper.item(line?.itemId ?? 0)).body.slug };
  const body = { body: `Is it mine? ${person.name}`, author: person.name.slice(0, 40) };
  const asked = await shopper.ask('POST /api/v1/catalog/products/:slug/questions', { params, body });
  expect(asked.status).toBe(200);
};
const once = () => ({ 'idempotency-key': crypto.randomUUID() });
const writeToTheShop = async (): Promise<void> => {
  const body = { topic: 'other' as const, name: person.name.slice(0, 40), email: person.email, text: reason };
  const { status } = await shopper.ask('POST /api/v1/contact-messages', { headers: once(), body });
  expect(status).toBe(204);
};
const readOrder = (id: string) => staff.ask('GET /api/v1/staff/orders/:id', { params: { id } });
const orderOf = async (id: string) => (await readOrder(id)).body;
const asRead = async (id: string) => ({ 'if-match': (await readOrder(id)).headers.get('etag') ?? '' });
const send = async (id: string): Promise<void> => {
  const { items } = await orderOf(id);
  const lines = items.map(({ itemId, quantity }) => ({ itemId, quantity }));
  const prepared = await staff.ask('POST /api/v1/staff/orders/:id/shipments', {
    params: { id },
    headers: { ...(await asRead(id)), ...once() },
    body: { lines, carrier: 'Ferry', tracking },
  });
  const shipmentId = prepared.body.shipments[0]?.id ?? '';
  const sent = await staff.ask('POST /api/v1/staff/orders/:id/shipments/:shipmentId/ship', {
    params: { id, shipmentId },
    headers: await asRead(id),
    body: {},
  });
  expect(sent.body.status).toBe('shipped');
};

/** What staff write down for them, and mail them a link to. */
const draft = async (id: string): Promise<void> => {
  const body = {
    ...{ customer: { id, name: person.name }, email: person.email, language: 'en' as const, shippingAddress },
    lines: [{ itemId: await plentifulItem(staff), quantity: 1 }],
    note: `As quillfeather${mark} said on the phone`,
  };
  const made = await staff.ask('POST /api/v1/staff/draft-orders', { body });
  expect(made.status).toBe(201);
  const sent = await staff.ask('POST /api/v1/staff/draft-orders/:id/link', {
    params: { id: made.body.id },
    headers: { 'if-match': `"v${made.body.version}"` },
  });
  expect(sent.status).toBe(200);
  await told(basketEvents.paymentLinkRequested, made.body.id);
};

/** Where it was to go first is kept for the papers. */
const sendElsewhere = async (id: string): Promise<void> => {
  const { status } = await staff.ask('PUT /api/v1/staff/orders/:id/address', {
    params: { id },
    headers: { ...(await asRead(id)), ...once() },
    body: { ...shippingAddress, street: `Former Fjord ${mark} 4` },
  });
  expect(status).toBe(200);
};

test('who had an account is found nowhere once it is deleted, and before that in no topic and no log', async () => {
  // As a guest first, whose basket the account takes over.
  await shopper.put(await plentifulItem(shopper), 1);
  await shopper.register(person.name, person.email, person.password);
  const [sentOrder, waitingOrder, cancelledOrder] = [await buy(), await buy(), await buy()];
  for (const id of [sentOrder, waitingOrder, cancelledOrder]) await paid(id);
  for (const id of [sentOrder, waitingOrder]) {
    await eventually('its invoice', async () => (await orderOf(id)).invoices?.length === 1);
    await sendElsewhere(id);
  }
  await send(sentOrder);
  await review(sentOrder);
  await askAbout(sentOrder);
  await writeToTheShop();
  await staff.ask('POST /api/v1/staff/orders/:id/cancel', {
    params: { id: cancelledOrder },
    headers: await asRead(cancelledOrder),
    body: { reason },
  });
  await told(orderingEvents.orderRefunded, cancelledOrder);

  const { body: session } = await shopper.ask('GET /auth/session', {});
  await draft(session.user?.id ?? '');
  const copy = await shopper.ask('GET /api/v1/account/export', {});
  expect([copy.status, copy.body.draftOrders?.length]).toEqual([200, 1]);
  expect(copy.body.account).toMatchObject({ name: person.name, email: person.email });
  expect(copy.body.protection).toMatchObject({ email: person.email, hasPassword: true, passkeys: [] });
  expect(copy.body.sessions?.filter(({ isThis }) => isThis)).toHaveLength(1);
  expect(copy.body.securityEvents?.map(({ event, by }) => [event, by])).toContainEqual([
    'user_created',
    'owner',
  ]);
  expect(copy.body.orders.map(({ id }) => id).toSorted()).toEqual(
    [sentOrder, waitingOrder, cancelledOrder].toSorted(),
  );
  for (const street of [shippingAddress.street, `Former Fjord ${mark} 4`])
    expect(JSON.stringify(copy.body.orders)).toContain(street);
  expect(copy.body.questions?.questions).toMatchObject([{ state: 'pending', answers: 0 }]);
  expect(copy.body.reviews).toMatchObject([{ author: person.name.slice(0, 40), state: 'pending' }]);

  const reviewed = await publishReviewOf(person.name.slice(0, 40), staff);
  expect(await pagesWith(words, reviewed, stack.origin)).toEqual(['page', 'german', 'list']);

  // Accepted, and not an order yet when the account goes.
  await control.stop('ordering-worker');
  const lateOrder = await buy();
  await told(basketEvents.checkedOut, lateOrder);
  await shopper.put(await plentifulItem(shopper), 1);

  const before = await searchStores(stack.stores, words);
  for (const store of ['postgres identity', 'postgres catalog', 'redis', 'mongodb ordering']) {
    expect(before.filter((place) => place.startsWith(store))).not.toEqual([]);
  }
  expect(before.filter((place) => /outbox|marketing|inbox/.test(place))).toEqual([]);
  expect([inTopics(), inLogs()]).toEqual([[], []]);

  const userId = copy.body.account.id;
  const deleted = await shopper.ask('POST /api/v1/account/deletion', { body: { email: person.email } });
  expect(deleted.status).toBe(204);
  await told(identityEvents.userDeleted, userId);
  await control.start('ordering-worker');
  await told(orderingEvents.orderCancelled, lateOrder);
  await told(orderingEvents.orderRefunded, waitingOrder);

  await eventually(
    'the person to be forgotten in every store',
    async () => (await searchStores(stack.stores, words)).length === 0,
    15_000,
  ).catch(() => undefined);
  expect(await searchStores(stack.stores, words)).toEqual([]);
  expect([inTopics(), inLogs()]).toEqual([[], []]);
  expect(await pagesWith(words, reviewed, stack.origin)).toEqual([]);
  expect((await shopper.ask('GET /auth/session', {})).body.authenticated).toBe(false);
  await expect(shopper.signIn(person.email, person.password)).rejects.toThrow();

  // What the books need stays.
  const [sent, waiting, cancelled, late] = [
    await orderOf(sentOrder),
    await orderOf(waitingOrder),
    await orderOf(cancelledOrder),
    await orderOf(lateOrder),
  ];
  expect([sent.status, waiting.status, cancelled.status, late.status]).toEqual([
    'shipped',
    ...Array<string>(3).fill('cancelled'),
  ]);
  for (const order of [sent, waiting, cancelled, late]) {
    expect(order.number).toMatch(/^QS-/);
    expect(order.price.totals.total.amount).toBeGreaterThan(0);
    expect(order.shippingAddress).toMatchObject({ country: 'DK', street: 'removed' });
  }
  expect(waiting.payment.charged).toEqual(waiting.payment.refunded);
  expect(late.payment.charged.amount).toBe(0);
}, 240_000);

test('a guest asks for it by the link of a mail, and is found nowhere after that', async () => {
  const guest = createShopClient(stack.origin);
  const email = `ottoline.${mark}guest@example.com`;
  const goesTo = { ...shippingAddress, name: `Ottoline Guestwick${mark}`, street: `Guest Gangway ${mark}` };
  const theirs = [`Guestwick${mark}`, `${mark}guest@`, `Guest Gangway ${mark}`].flatMap(disguisesOf);
  const order = async (): Promise<string> => {
    await guest.put(await plentifulItem(guest), 1);
    const { status, body } = await guest.guestCheckout(email, goesTo);
    expect(status).toBe(202);
    return body.orderId;
  };
  const [one, other] = [await order(), await order()];
  for (const id of [one, other])
    await eventually(`order ${id} to be paid`, async () => (await guest.order(id)).body.status === 'paid');
  const link = await eventually('the mail of the order', async () => {
    const caught = (await createMailCatcher(stack).mails()).find(({ text }) =>
      text.includes(`/orders/${one}#`),
    );
    return caught && new RegExp(`/orders/${one}#(\\S+)`).exec(caught.text)?.[1];
  });
  const seen = (place: string) => holds(place, [...theirs, link.toLowerCase()]);
  expect((await searchStores(stack.stores, theirs)).map((place) => place.split(' ')[0])).toContain('mongodb');

  const forgotten = await guest.ask('POST /api/v1/guest-orders/:id/deletion', {
    params: { id: one },
    headers: { 'order-link': link },
    body: { email: email.toUpperCase() },
  });
  expect(forgotten.status).toBe(204);
  for (const id of [one, other]) await told(orderingEvents.orderRefunded, id);
  await eventually(
    'the guest to be forgotten in every store',
    async () => (await searchStores(stack.stores, theirs)).length === 0,
    15_000,
  ).catch(() => undefined);
  expect(await searchStores(stack.stores, theirs)).toEqual([]);
  expect(messages.filter((message) => seen(textOf(message)))).toEqual([]);
  expect(readFileSync(stack.log, 'utf8').split('\n').filter(seen)).toEqual([]);
  const dead = await guest.ask('GET /api/v1/guest-orders/:id', {
    params: { id: one },
    headers: { 'order-link': link },
  });
  expect([dead.status, dead.body.code]).toEqual([404, 'order-link-invalid']);
  for (const id of [one, other])
    expect(await orderOf(id)).toMatchObject({
      status: 'cancelled',
      shippingAddress: { country: 'DK', street: 'removed' },
    });
}, 120_000);
