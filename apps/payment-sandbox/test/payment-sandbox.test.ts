import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHealth, createLogger, createMetrics, loadConfig } from '@quayside/runtime';
import request from 'supertest';
import { sandboxConfig } from '../src/main/config.ts';
import { createPaymentSandbox } from '../src/main/wire.ts';

const key = 'test-payment-key';
const origin = 'http://shop.test';
let sandbox: ReturnType<typeof createPaymentSandbox>;
let lines: string[];

const start = (env: Record<string, string> = {}) => {
  lines = [];
  sandbox = createPaymentSandbox(
    loadConfig(sandboxConfig, {
      NODE_ENV: 'test',
      PORT: '0',
      PAYMENT_API_KEY: key,
      ALLOWED_ORIGINS: origin,
      SLOW_CHARGE_MS: '20',
      ...env,
    }),
    {
      logger: createLogger(
        { service: 'payment-sandbox', level: 'trace' },
        { write: (line) => void lines.push(line) },
      ),
      health: createHealth(),
      metrics: createMetrics('payment-sandbox'),
    },
  );
};

beforeEach(() => start());
afterEach(() => sandbox.close());

const card = { number: '4242424242424242', expiryMonth: 12, expiryYear: 2090, cvc: '123', name: 'Ada Marsh' };
const order = { token: 'tok_ok', amount: 1999, currency: 'USD', reference: 'order-1' };
const post = (path: string, body: object, idempotencyKey?: string) => {
  const call = request(sandbox.api.app).post(path).set('authorization', `Bearer ${key}`);
  return (idempotencyKey ? call.set('idempotency-key', idempotencyKey) : call).send(body);
};
const get = (path: string) => request(sandbox.api.app).get(path).set('authorization', `Bearer ${key}`);
const lookUp = (idempotencyKey: string) => get(`/v1/charges?idempotencyKey=${idempotencyKey}`);
const tokenFor = async (number: string): Promise<string> =>
  (
    await request(sandbox.api.app)
      .post('/v1/tokens')
      .send({ ...card, number })
  ).body.token;

describe('tokens', () => {
  test('a card becomes a token, and its number is neither answered nor logged', async () => {
    const answer = await request(sandbox.api.app).post('/v1/tokens').send(card);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      token: expect.stringMatching(/^tok_[0-9a-f]{24}$/),
      brand: 'visa',
      last4: '4242',
    });
    expect(lines.join('')).not.toContain(card.number);
  });

  test.each([
    ['a wrong check digit', { number: '4242424242424241' }, 422, 'card-number-invalid'],
    ['an expired card', { expiryMonth: 1, expiryYear: 2020 }, 422, 'card-expired'],
    ['letters in the number', { number: '4242x' }, 400, 'malformed-request'],
    ['an unknown field', { pin: '1234' }, 400, 'malformed-request'],
  ])('%s is refused without quoting it', async (_, change, status, code) => {
    const answer = await request(sandbox.api.app)
      .post('/v1/tokens')
      .send({ ...card, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
    expect(answer.text + lines.join('')).not.toMatch(/4242x|424242424242/);
  });

  test('a token pays for one thing only', async () => {
    const token = await tokenFor(card.number);
    expect((await post('/v1/charges', { ...order, token }, 'first')).body.status).toBe('succeeded');
    expect((await post('/v1/charges', { ...order, token }, 'second')).body.code).toBe('token-used');
    expect((await lookUp('second')).body.items).toEqual([]);
  });
});

describe('charges', () => {
  test.each([
    ['4242424242424242', 'succeeded'],
    ['4000000000000002', 'declined'],
    ['4000000000000044', 'succeeded'],
  ])('the test card %s ends %s', async (number, status) => {
    const answer = await post('/v1/charges', { ...order, token: await tokenFor(number) }, 'a');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status, amount: 1999, currency: 'USD', reference: 'order-1' });
    expect((await get(answer.headers.location as string)).body).toEqual(answer.body);
  });

  test('the same key twice at once is one charge', async () => {
    const slow = { ...order, token: 'tok_slow' };
    const [first, second] = await Promise.all([
      post('/v1/charges', slow, 'a'),
      post('/v1/charges', slow, 'a'),
    ]);
    expect(first.body.status).toBe('succeeded');
    expect(second.body).toEqual(first.body);
  });

  test('the same key with another body is refused', async () => {
    await post('/v1/charges', order, 'a');
    const answer = await post('/v1/charges', { ...order, amount: 1 }, 'a');
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('idempotency-key-reused');
  });

  test('a timed out charge is made although its answer does not arrive', async () => {
    let answered = false;
    void post('/v1/charges', { ...order, token: 'tok_timeout' }, 'a').then(() => (answered = true));
    const found = async () => (await lookUp('a')).body.items as unknown[];
    while ((await found()).length === 0);
    expect(await found()).toMatchObject([{ status: 'succeeded', amount: 1999 }]);
    expect(answered).toBe(false);
  });

  test('a key never used looks up to nothing', async () => {
    expect((await lookUp('never')).body).toEqual({ items: [] });
  });

  test.each([
    ['without a key', order, undefined, 400, 'idempotency-key-missing'],
    ['of nothing', { ...order, amount: 0 }, 'a', 400, 'malformed-request'],
    ['with an unknown token', { ...order, token: 'tok_none' }, 'a', 422, 'token-unknown'],
  ])('a charge %s is refused and not made', async (_, body, idempotencyKey, status, code) => {
    const answer = await post('/v1/charges', body, idempotencyKey);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
    expect((await lookUp('a')).body.items).toEqual([]);
  });

  test('the books have every charge, the first one first, with what of it went back', async () => {
    expect((await get('/v1/books')).body).toEqual({ items: [], page: 1, pageSize: 24, totalItems: 0 });
    const { body: first } = await post('/v1/charges', order, 'a');
    await post('/v1/charges', { ...order, token: 'tok_declined', reference: 'order-2' }, 'b');
    await post('/v1/charges', { ...order, token: 'tok_ok' }, 'c');
    await post('/v1/refunds', { charge: first.id, amount: 500 }, 'd');
    const { body } = await get('/v1/books?pageSize=2');
    expect(body).toMatchObject({ page: 1, pageSize: 2, totalItems: 3 });
    expect(body.items).toMatchObject([
      { id: first.id, status: 'succeeded', amount: 1999, amountRefunded: 500, reference: 'order-1' },
      { status: 'declined', amountRefunded: 0, reference: 'order-2' },
    ]);
    expect((await get('/v1/books?pageSize=2&page=2')).body.items).toMatchObject([{ status: 'succeeded' }]);
    expect((await get('/v1/books?pageSize=101')).status).toBe(400);
    const asked = await request(sandbox.api.app).get('/v1/books').set('authorization', 'Bearer wrong');
    expect([asked.status, asked.body.code]).toEqual([401, 'api-key-invalid']);
  });

  test('a wrong API key is refused', async () => {
    const answer = await request(sandbox.api.app).get('/v1/charges/x').set('authorization', 'Bearer wrong');
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('api-key-invalid');
  });
});

describe('refunds', () => {
  const charged = async (token = 'tok_ok'): Promise<string> =>
    (await post('/v1/charges', { ...order, token }, 'a')).body.id;

  test('a charge is refunded once per key and never beyond its amount', async () => {
    const charge = await charged();
    const first = await post('/v1/refunds', { charge, amount: 999 }, 'r1');
    expect(first.status).toBe(201);
    expect((await post('/v1/refunds', { charge, amount: 999 }, 'r1')).body).toEqual(first.body);
    expect((await post('/v1/refunds', { charge }, 'r2')).body.amount).toBe(1000);
    expect((await post('/v1/refunds', { charge }, 'r3')).body.code).toBe('refund-too-high');
    expect((await get(`/v1/charges/${charge}`)).body.amountRefunded).toBe(1999);
  });

  test('a declined charge cannot be refunded', async () => {
    const answer = await post('/v1/refunds', { charge: await charged('tok_declined') }, 'r1');
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('charge-not-refundable');
  });

  test('an unknown charge cannot be refunded', async () => {
    expect((await post('/v1/refunds', { charge: 'ch_none' }, 'r1')).body.code).toBe('charge-not-found');
  });
});

/** A charge that waits for its buyer, and the secret of what the buyer is to do. */
const waiting = async (token: string, key = 'a') => {
  const returnUrls = { en: `${origin}/orders/1`, de: `${origin}/de/bestellungen/1` };
  const { body } = await post('/v1/charges', { ...order, token, returnUrls }, key);
  const { type, url } = body.nextAction as { type: string; url: string };
  const secret = url.split('/').at(-1) as string;
  const path = type === 'redirect' ? `/v1/bank/${secret}/answers` : `/v1/challenges/${secret}/answers`;
  return { body, url, secret, answer: (said: object) => post(path, said) };
};

describe('a charge that its buyer is to confirm', () => {
  test('waits until the right code is typed, and is made then, once', async () => {
    const { body, url, answer } = await waiting('tok_challenge');
    expect(body).toMatchObject({ status: 'requires-action', method: 'card' });
    expect(url).toMatch(/^http:\/\/localhost:8201\/challenges\/[0-9a-f]{48}$/);
    expect((await lookUp('a')).body.items).toMatchObject([{ status: 'requires-action' }]);
    expect((await answer({ code: '000000' })).body).toEqual({ outcome: 'wrong', triesLeft: 2 });
    expect((await answer({ code: '123456' })).body).toMatchObject({ outcome: 'confirmed' });
    const [found] = (await lookUp('a')).body.items;
    expect(found).toMatchObject({ status: 'succeeded' });
    expect(found.nextAction).toBeUndefined();
    const again = await answer({ code: '123456' });
    expect([again.status, again.body.code]).toEqual([409, 'confirmation-over']);
  });

  test('is declined at the third wrong code, and for the card that fails at the right one', async () => {
    const { answer } = await waiting('tok_challenge');
    for (const triesLeft of [2, 1]) {
      expect((await answer({ code: '1' })).body).toEqual({ outcome: 'wrong', triesLeft });
    }
    expect((await answer({ code: '1' })).body).toMatchObject({ outcome: 'refused' });
    expect((await lookUp('a')).body.items).toMatchObject([{ status: 'declined' }]);
    const failing = await waiting('tok_challenge_fails', 'b');
    expect((await failing.answer({ code: '123456' })).body).toMatchObject({ outcome: 'refused' });
  });

  test('is declined when its time is over, and cannot be confirmed any more', async () => {
    await sandbox.close();
    start({ UNANSWERED_SECONDS: '1' });
    const { answer } = await waiting('tok_unanswered');
    const stateNow = async () => (await lookUp('a')).body.items[0].status as string;
    while ((await stateNow()) === 'requires-action');
    expect(await stateNow()).toBe('declined');
    expect((await answer({ code: '123456' })).body.code).toBe('confirmation-over');
  });

  test('is ended by the shop, unless the buyer was quicker', async () => {
    const { body, answer } = await waiting('tok_bank');
    expect((await post(`/v1/charges/${body.id}/cancel`, {})).body).toMatchObject({ status: 'declined' });
    expect((await answer({ decision: 'approve' })).body.code).toBe('confirmation-over');
    const quick = await waiting('tok_bank', 'b');
    await quick.answer({ decision: 'approve' });
    expect((await post(`/v1/charges/${quick.body.id}/cancel`, {})).body).toMatchObject({
      status: 'succeeded',
    });
  });

  test('at a bank leads back to the page of its language, and no answer of the browser says where', async () => {
    const { body, answer } = await waiting('tok_bank');
    expect(body).toMatchObject({ method: 'bank', nextAction: { type: 'redirect' } });
    const answered = await answer({ decision: 'refuse', language: 'de' });
    expect(answered.body).toEqual({ returnTo: `${origin}/de/bestellungen/1` });
    expect((await lookUp('a')).body.items).toMatchObject([{ status: 'declined' }]);
  });

  test.each([
    [{ en: 'http://evil.test/orders/1' }, 422, 'return-url-not-allowed'],
    [{ en: 'javascript:alert(1)' }, 400, 'malformed-request'],
    [undefined, 422, 'return-url-missing'],
  ])('at a bank does not lead back to %j', async (returnUrls, status, code) => {
    const answer = await post('/v1/charges', { ...order, token: 'tok_bank', returnUrls }, 'a');
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await lookUp('a')).body.items).toEqual([]);
  });

  test('shows a challenge in the frame of the shop alone, and a bank in none', async () => {
    const challenge = await waiting('tok_challenge');
    const framed = await request(sandbox.api.app).get(`/challenges/${challenge.secret}?origin=${origin}`);
    expect(framed.headers['content-security-policy']).toContain(`frame-ancestors ${origin}`);
    expect(framed.text).not.toContain('{{');
    const strange = await request(sandbox.api.app).get(
      `/challenges/${challenge.secret}?origin=http://evil.test`,
    );
    expect([strange.status, strange.body.code]).toEqual([403, 'origin-not-allowed']);
    const bank = await waiting('tok_bank', 'b');
    const page = await request(sandbox.api.app).get(`/bank/${bank.secret}?language=de`);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.text).toContain('19,99');
    expect(page.text).not.toContain('{{');
    const other = await request(sandbox.api.app).get(`/bank/${challenge.secret}`);
    expect([other.status, other.body.code]).toEqual([404, 'confirmation-not-found']);
  });
});

describe('the card form', () => {
  test('may be framed by the shop alone and runs no script but its own', async () => {
    const answer = await request(sandbox.api.app).get(`/card-form?origin=${origin}`);
    expect(answer.status).toBe(200);
    expect(answer.type).toBe('text/html');
    const policy = answer.headers['content-security-policy'] as string;
    expect(policy).toContain(`frame-ancestors ${origin}`);
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(answer.text).toContain(`<script nonce="${nonce}">`);
    expect(answer.text).toContain(`data-origin="${origin}"`);
    expect(answer.text).not.toContain('{{');
    expect(answer.text).toContain('--control-height: 46px');
    expect(answer.text).toContain("'quayside-payment:token'");
  });

  test('is refused to any other site', async () => {
    const answer = await request(sandbox.api.app).get('/card-form?origin=http://evil.test');
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('origin-not-allowed');
  });
});
