import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, orderingEvents } from '@quayside/contracts';
import { serviceCredentials } from '@quayside/http';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { decide } from '../src/domain/decide.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { ada, checkoutOf } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;

beforeAll(async () => {
  bench = await createOrderingBench();
  api = await bench.startApi();
});
afterAll(() => bench?.close());

const newEmail = () => `guest-${uuidv7()}@Example.com`;
/** An order of a guest, as the worker submits it. */
const ordered = async ({ email = newEmail(), guestId = uuidv7() } = {}) => {
  const { orderId, version: _, at: submittedAt, ...checkout } = checkoutOf({ buyerId: guestId });
  const keptDetails = { of: async () => ({ ...ada, email, guest: { locale: 'de' } }) };
  const submitOrder = createSubmitOrder({ ...api, keptDetails, gracePeriodMs: 3_600_000 });
  await submitOrder({ ...checkout, id: orderId, submittedAt }, { eventId: uuidv7() });
  const { state } = await bench.orderOnceIt(orderId, 'is there', () => true);
  return { id: orderId, guestId, email, number: state.number };
};

const known = async (id: string) => {
  const credentials = serviceCredentials(bench.env.INTERNAL_SECRET);
  const { body } = await request(api.api.app)
    .get(`/internal/v1/orders/${id}`)
    .set({ authorization: credentials.authorization });
  return body as { guest?: { link: string; locale: string }; buyer: { email: string } };
};
const linkOf = async (id: string): Promise<string> => (await known(id)).guest?.link ?? '';

const call = async (
  method: 'get' | 'post',
  path: string,
  { link, body, token }: { link?: string; body?: object; token?: string } = {},
) => {
  const agent = request(api.api.app);
  const authorization = `Bearer ${token ?? (await bench.minter.guest())}`;
  const made = agent[method](`/api/v1${path}`).set({ authorization });
  if (link !== undefined) void made.set({ 'order-link': link });
  return body ? made.send(body) : made;
};
const byLink = (id: string, link: string) => call('get', `/guest-orders/${id}`, { link });
const state = async (id: string) => (await bench.orders.findOne({ _id: id }))?.state;
const at = '2026-11-22T10:00:00.000Z';
const move = async (id: string, ...commands: OrderCommand[]) => {
  for (const command of commands) await api.store.update(id, (order) => decide(command, order));
};

describe('a guest', () => {
  test('sees the order in the session that placed it, and nobody else does', async () => {
    const { id, guestId } = await ordered();
    const own = await call('get', `/orders/${id}`, { token: await bench.minter.guest(guestId) });
    expect([own.status, own.body.shippingAddress.street]).toEqual([200, ada.shippingAddress.street]);
    for (const token of [await bench.minter.guest(uuidv7()), await bench.minter.shopper()]) {
      const { status, body } = await call('get', `/orders/${id}`, { token });
      expect([status, body.code]).toEqual([404, 'order-not-found']);
    }
  });

  test('sees it by the link of a mail, without who it is of and the street', async () => {
    const { id, email } = await ordered();
    const answer = await byLink(id, await linkOf(id));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id,
      status: 'submitted',
      shippingAddress: { city: ada.shippingAddress.city, country: 'GB' },
    });
    for (const secret of [email, ada.name, ada.shippingAddress.street, 'tok_', 'TR11', 'linkKey'])
      expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  test('opens with a link its own order alone, and until it is over', async () => {
    const [mine, other] = [await ordered(), await ordered()];
    const link = await linkOf(mine.id);
    const [until = '', proof = ''] = link.split('.');
    const longer = `${(Number.parseInt(until, 36) + 3600).toString(36)}.${proof}`;
    for (const [id, tried] of [
      [other.id, link],
      [mine.id, longer],
      [mine.id, `${until}.${'A'.repeat(43)}`],
      [uuidv7(), link],
    ] as const) {
      const { status, body } = await byLink(id, tried);
      expect([status, body.code]).toEqual([404, 'order-link-invalid']);
    }
    const malformed = await byLink(mine.id, 'no link');
    expect([malformed.status, malformed.body.code]).toEqual([400, 'malformed-request']);
    expect((await call('get', `/guest-orders/${mine.id}`)).status).toBe(400);
  });

  test('cancels by the link', async () => {
    const { id } = await ordered();
    const answer = await call('post', `/guest-orders/${id}/cancel`, { link: await linkOf(id) });
    expect([answer.status, answer.body.status]).toEqual([200, 'cancelled']);
  });

  test('pays again by the link after a decline', async () => {
    const { id } = await ordered();
    await move(
      id,
      { type: 'end-grace-period', at },
      { type: 'confirm-stock', at },
      { type: 'begin-charge', at },
      { type: 'record-decline', at, key: id, reason: 'Declined', payUntil: '2999-01-01T00:00:00.000Z' },
    );
    const link = await linkOf(id);
    expect((await byLink(id, link)).body.actions).toContain('pay');
    const paid = await call('post', `/guest-orders/${id}/pay`, {
      link,
      body: { paymentToken: 'tok_other' },
    });
    expect([paid.status, paid.body.status]).toEqual([200, 'stock-confirmed']);
    expect((await state(id))?.paymentToken).toBe('tok_other');
  });
});

describe('a new link', () => {
  const ask = (number: string, email: string) =>
    call('post', '/guest-orders/links', { body: { number, email } });
  const linksAsked = (id: string, count: number) =>
    bench.orderOnceIt(
      id,
      `has ${count} links asked for`,
      ({ state: found }) => found.buyer.reach?.linksAskedAt.length === count,
    );

  test('is asked for by number and address, however they are written, three times a day', async () => {
    const { id, number, email } = await ordered();
    for (const [asked, [typed, address]] of [
      [number, email],
      [number.toLowerCase().replaceAll('-', ' '), ` ${email.toUpperCase()} `],
      [number.slice(3), email],
    ].entries()) {
      expect((await ask(typed ?? '', address ?? '')).status).toBe(204);
      await linksAsked(id, asked + 1);
    }
    const event = await bench.spy.waitFor(
      orderingEvents.orderLinkRequested,
      ({ subject, data }) => subject === id && data.version === 4,
    );
    expect(JSON.stringify(event).toLowerCase()).not.toContain(email.toLowerCase());
    await ask(number, email);
    const later = await ordered({ email });
    await ask(later.number, email);
    await linksAsked(later.id, 1);
    expect((await state(id))?.version).toBe(4);
  });

  test('is answered the same where there is no such order, and nothing is said of it', async () => {
    const { id, number, email } = await ordered();
    const answers = [
      await ask(number, email),
      await ask(number, newEmail()),
      await ask('QS-0000-0000', email),
      await ask('what?', email),
    ].map(({ status, text }) => [status, text]);
    expect(answers).toEqual(Array(4).fill([204, '']));
    await linksAsked(id, 1);
  });
});

describe('a guest who has an account now', () => {
  test('gets the orders with the confirmed address, and those of nobody else', async () => {
    const worker = await bench.startWorker({ GRACE_PERIOD_SECONDS: '3600' });
    await worker.ready();
    const email = newEmail();
    const [one, two, other] = [await ordered({ email }), await ordered({ email }), await ordered()];
    const link = await linkOf(one.id);
    const userId = uuidv7();
    bench.identity.know(userId, { name: 'Ada Marsh', email: email.toLowerCase() });
    await bench.spy.publish(identityEvents.userConfirmed, {
      subject: userId,
      data: { userId, version: 2 },
    });
    for (const { id } of [one, two])
      await bench.orderOnceIt(id, 'is the user’s', ({ buyerId }) => buyerId === userId);
    expect((await state(other.id))?.buyer.id).toBe(other.guestId);

    const list = await call('get', '/orders', { token: await bench.minter.shopper({ id: userId }) });
    expect(list.body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [one.id, two.id].toSorted(),
    );
    // Neither the session nor the link that went out before open it any more.
    const asGuest = await call('get', `/orders/${one.id}`, {
      token: await bench.minter.guest(one.guestId),
    });
    expect(asGuest.status).toBe(404);
    expect((await byLink(one.id, link)).body.code).toBe('order-link-invalid');
    expect((await known(one.id)).guest).toBeUndefined();
    await bench.spy.waitFor(
      orderingEvents.customerFiguresChanged,
      ({ subject, data }) => subject === userId && data.orders === 2,
    );
  }, 60_000);

  test('gets nothing while the address is not confirmed', async () => {
    const email = newEmail();
    const { id, guestId } = await ordered({ email });
    const [unconfirmed, other] = [uuidv7(), uuidv7()];
    bench.identity.know(unconfirmed, { name: 'Ada', email, emailConfirmed: false });
    const marker = newEmail();
    const last = await ordered({ email: marker });
    bench.identity.know(other, { name: 'Bo', email: marker });
    for (const userId of [unconfirmed, other])
      await bench.spy.publish(identityEvents.userConfirmed, {
        subject: userId,
        data: { userId, version: 2 },
      });
    await bench.orderOnceIt(last.id, 'is claimed', ({ buyerId }) => buyerId === other);
    expect((await state(id))?.buyer.id).toBe(guestId);
  }, 60_000);
});

describe('who is signed in and ordered as a guest', () => {
  const claim = async (id: string, email: string, isConfirmed: boolean, link?: string) => {
    const userId = uuidv7();
    const token = await bench.minter.shopper({ id: userId, email, email_verified: isConfirmed });
    const answer = await call('post', `/guest-orders/${id}/claim`, {
      link: link ?? (await linkOf(id)),
      token,
    });
    return { userId, token, answer: [answer.status, answer.body.code] };
  };

  test('takes the order of a link into the account, if the address is the same and confirmed', async () => {
    const { id, email } = await ordered();
    const link = await linkOf(id);
    expect((await claim(id, newEmail(), true)).answer).toEqual([422, 'email-differs']);
    expect((await claim(id, email, false)).answer).toEqual([409, 'email-not-confirmed']);
    const { userId, token, answer } = await claim(id, email.toUpperCase(), true);
    expect(answer).toEqual([204, undefined]);
    expect((await call('get', `/orders/${id}`, { token })).status).toBe(200);
    expect((await claim(id, email, true, link)).answer).toEqual([404, 'order-link-invalid']);
    await bench.spy.waitFor(
      orderingEvents.customerFiguresChanged,
      ({ subject, data }) => subject === userId && data.orders === 1,
    );
  });

  test('is not a guest, who has no account to take it into', async () => {
    const { id } = await ordered();
    const answer = await call('post', `/guest-orders/${id}/claim`, { link: await linkOf(id) });
    expect([answer.status, answer.body.code]).toEqual([403, 'sign-in-required']);
  });
});

describe('a guest who wants to be forgotten', () => {
  const forget = async (id: string, email: string, link?: string) =>
    call('post', `/guest-orders/${id}/deletion`, { link: link ?? (await linkOf(id)), body: { email } });

  test('says the address, and is taken out of all orders with it, which end unsent', async () => {
    const email = newEmail();
    const [one, two, other] = [await ordered({ email }), await ordered({ email }), await ordered()];
    const link = await linkOf(one.id);
    const wrong = await forget(one.id, other.email);
    expect([wrong.status, wrong.body.code]).toEqual([422, 'email-differs']);
    expect((await forget(one.id, email.toLowerCase())).status).toBe(204);
    for (const { id } of [one, two]) {
      const order = await bench.orders.findOne({ _id: id });
      expect(order?.state).toMatchObject({ status: 'cancelled', buyer: { email: '', isGuest: true } });
      for (const secret of [email.toLowerCase(), ada.name, ada.shippingAddress.street, 'linkKey'])
        expect(JSON.stringify(order).toLowerCase()).not.toContain(secret.toLowerCase());
    }
    expect((await state(other.id))?.buyer.email).toBe(other.email);
    expect((await byLink(one.id, link)).body.code).toBe('order-link-invalid');
    const again = await forget(one.id, email, link);
    expect([again.status, again.body.code]).toEqual([404, 'order-link-invalid']);
  });
});

test('staff see that it is a guest’s, with the address, and nothing that opens it', async () => {
  const { id, email, guestId } = await ordered();
  const token = await bench.minter.support();
  const { body, text } = await call('get', `/staff/orders/${id}`, { token });
  expect(body.buyer).toEqual({ id: guestId, name: ada.name, email, isGuest: true });
  expect(text).not.toMatch(/linkKey|linksAskedAt/);
  const list = await call('get', `/staff/orders?q=${encodeURIComponent(email)}`, { token });
  expect(list.body.items).toMatchObject([{ id, buyer: { isGuest: true } }]);
  expect(list.text).not.toMatch(/linkKey/);
});
