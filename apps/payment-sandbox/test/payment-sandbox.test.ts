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
