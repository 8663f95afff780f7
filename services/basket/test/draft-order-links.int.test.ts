import { describe, expect, test } from '@jest/globals';
import { basketEvents } from '@quayside/contracts';
import { serviceCredentials } from '@quayside/http';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { content } from './call-drafts.ts';
import { aGuest, internalSecret } from './running-basket.ts';
import { usd } from './settings.ts';
import { ofDraft, etagOf, agreed, draftDesk } from './draft-desk.ts';

const { around, replica, spy, staff, asked, ordered, mailed, sent } = draftDesk();

describe('a link', () => {
  test('is asked for by an event that names nobody, opens the draft, and ends when it is taken back', async () => {
    const { draft, link } = await sent();
    expect(draft).toMatchObject({ state: 'sent', version: 2, linkUntil: expect.any(String) });
    const { data } = await asked(draft.id);
    expect(data).toEqual({ orderId: draft.id, at: expect.any(String), version: 2 });
    const guest = await aGuest(around());
    const { body } = await staff().open(draft.id, link, guest.token).expect(200);
    expect(body).toMatchObject({ state: 'open', basket: { totals: draft.basket?.totals } });
    expect(body).not.toHaveProperty('email');
    const other = await sent();
    expect((await staff().open(draft.id, other.link, guest.token)).body.code).toBe('payment-link-invalid');
    expect((await staff().open(uuidv7(), link, guest.token)).body.code).toBe('payment-link-invalid');
    const { body: back } = await staff().withdraw(draft.id, etagOf(draft)).expect(200);
    expect(back.state).toBe('withdrawn');
    const shut = await staff().open(draft.id, link, guest.token);
    expect([shut.status, shut.body.code]).toEqual([410, 'payment-link-withdrawn']);
    expect((await mailed(draft.id)).status).toBe(404);
    const { body: anew } = await staff().send(draft.id, etagOf(back)).expect(200);
    expect((await staff().open(draft.id, link, guest.token)).body.code).toBe('payment-link-invalid');
    for (let more = 0, at = anew; more < 3; more += 1)
      at = (await staff().send(draft.id, etagOf(at)).expect(200)).body;
    const { body: now } = await staff().read(draft.id);
    expect((await staff().send(draft.id, etagOf(now))).body.code).toBe('payment-link-sent-too-often');
  });

  test('that is over opens nothing', async () => {
    const { draft, link } = await sent();
    const key = around().keys.basket(`draft:${draft.id}`);
    const facts = JSON.parse((await around().redis.hget(key, 'facts')) ?? '');
    facts.link.until = Date.now() - 1;
    await around().redis.hset(key, 'facts', JSON.stringify(facts));
    const { token } = await aGuest(around());
    const late = await staff().open(draft.id, link, token);
    expect([late.status, late.body.code]).toEqual([410, 'payment-link-expired']);
    expect((await staff().pay(draft.id, link, token, agreed(draft))).body.code).toBe('payment-link-expired');
    expect((await staff().read(draft.id)).body.state).toBe('expired');
  });

  test('pays one order, however many tabs do; then nothing of the buyer is in the draft', async () => {
    const { draft, link } = await sent();
    const guest = await aGuest(around());
    const answers = await Promise.all(
      ['tok_one', 'tok_two', 'tok_three'].map((token) =>
        staff().pay(draft.id, link, guest.token, agreed(draft, token)),
      ),
    );
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [202, { orderId: draft.id, mayFollow: true }]),
    );
    expect((await ordered(draft.id)).data).toMatchObject({
      ...{ orderId: draft.id, buyerId: guest.id.replace('guest:', ''), totals: draft.basket?.totals },
    });
    expect((await staff().open(draft.id, link, guest.token)).body).toEqual({
      id: draft.id,
      state: 'ordered',
    });
    const stranger = await aGuest(around());
    expect((await staff().pay(draft.id, link, stranger.token, agreed(draft))).body.mayFollow).toBe(false);
    const { body } = await staff().read(draft.id).expect(200);
    expect(body).toMatchObject({ state: 'ordered', total: draft.total });
    expect(body).not.toHaveProperty('content');
    const kept = await around().redis.hgetall(around().keys.basket(`draft:${draft.id}`));
    expect(JSON.stringify(kept)).not.toMatch(/buyer@|Quay 1|Sam/);
    const late = await staff().change(draft.id, etagOf(body), content);
    expect(late.body.code).toBe('draft-order-closed');
    const { body: details } = await request(replica().url)
      .post('/internal/v1/checkouts/details')
      .set({ authorization: serviceCredentials(internalSecret).authorization })
      .send({ checkouts: [{ orderId: draft.id, buyerId: guest.id.replace('guest:', '') }] });
    expect(spy().all(basketEvents.checkedOut).filter(ofDraft(draft.id))).toHaveLength(1);
    expect(details.items).toMatchObject([
      { email: content.email, name: 'Sam Shopper', guest: { locale: 'en' } },
    ]);
  });

  test('asks again where the price is another one by now, and where there is not enough', async () => {
    await around().stock({ id: 4, price: usd(1_000) });
    const lines = [{ itemId: 4, quantity: 2 }];
    const { draft, link } = await sent({ lines });
    await around().stock({ id: 4, price: usd(1_500) });
    const { token } = await aGuest(around());
    const seen = { ...agreed(draft), acceptedLines: lines };
    const refused = await staff().pay(draft.id, link, token, seen);
    expect(refused.body).toMatchObject({
      ...{ status: 409, code: 'price-changed' },
      changes: [{ itemId: 4, oldPrice: usd(1_000), newPrice: usd(1_500) }],
    });
    expect((await staff().open(draft.id, link, token)).body.basket.items).toMatchObject([
      { previousUnitPrice: usd(1_000), unitPrice: usd(1_500) },
    ]);
    await around().stock({ id: 4, price: usd(1_500), availableStock: 1 });
    const acceptedTotal = refused.body.total;
    const short = await staff().pay(draft.id, link, token, { ...seen, acceptedTotal });
    expect(short.body.code).toBe('insufficient-stock');
    await around().stock({ id: 4, price: usd(1_500), availableStock: 2 });
    await staff()
      .pay(draft.id, link, token, { ...seen, acceptedTotal })
      .expect(202);
  });
});
