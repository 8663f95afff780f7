import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { PaymentRefused, PaymentUnclear } from '../usecases/payments.ts';
import { createPaymentClient } from './payment-client.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const answer =
  (status: number, body: object): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const never: Answer = () => undefined;
const cut: Answer = ({ socket }) => socket.destroy();
const charge = (status: string) => ({ id: 'ch_1', status, declineReason: 'No funds' });
const unknown = answer(200, { items: [] });

let server: Server;
let calls: string[];

/** A company that gives these answers, one per call; the last one again and again. */
const clientOf = async (...answers: Answer[]) => {
  calls = [];
  server = createServer((request, response) => {
    request.resume();
    calls.push(request.method ?? '');
    (answers[Math.min(calls.length, answers.length) - 1] as Answer)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createPaymentClient({ url, apiKey: 'test-payment-key', timeoutMs: 1000 });
};
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const request = {
  key: 'order-1',
  reference: 'QS-1',
  token: 'tok_ok',
  amount: { amount: 1999, currency: 'USD' as const },
  mayExist: false,
  mayStart: () => true,
};

describe('a charge', () => {
  test('whose outcome is clear takes one call', async () => {
    const client = await clientOf(answer(201, charge('succeeded')));
    expect(await client.charge(request)).toEqual({ outcome: 'charged', chargeId: 'ch_1' });
    expect(calls).toEqual(['POST']);
  });

  test.each<[string, Answer]>([
    ['that never answers', never],
    ['that cuts the connection', cut],
    ['that fails', answer(503, { code: 'busy' })],
    ['that answers nonsense', answer(201, { hello: 'world' })],
  ])('of a company %s is looked up before anything else', async (_, fault) => {
    const client = await clientOf(fault, answer(200, { items: [charge('succeeded')] }));
    expect(await client.charge(request)).toEqual({ outcome: 'charged', chargeId: 'ch_1' });
    expect(calls).toEqual(['POST', 'GET']);
  });

  test('that the look-up does not know is asked for again', async () => {
    const client = await clientOf(cut, unknown, answer(201, charge('declined')));
    expect(await client.charge(request)).toEqual({ outcome: 'declined', reason: 'No funds' });
    expect(calls).toEqual(['POST', 'GET', 'POST']);
  });

  test('that may exist is looked up first', async () => {
    const client = await clientOf(answer(200, { items: [charge('succeeded')] }));
    await client.charge({ ...request, mayExist: true });
    expect(calls).toEqual(['GET']);
  });

  test('is not asked for when the look-up fails', async () => {
    const client = await clientOf(cut);
    await expect(client.charge({ ...request, mayExist: true })).rejects.toThrow(PaymentUnclear);
    expect(calls).not.toContain('POST');
  });

  test('is not asked for without a lease', async () => {
    const client = await clientOf(unknown);
    await expect(client.charge({ ...request, mayStart: () => false })).rejects.toThrow(PaymentUnclear);
    expect(calls).toEqual([]);
  });

  test.each(['token-unknown', 'token-used'])('refused with %s is declined', async (code) => {
    const client = await clientOf(answer(422, { code }));
    expect(await client.charge(request)).toMatchObject({ outcome: 'declined' });
  });

  test('refused for another reason is no outcome and is not repeated', async () => {
    const client = await clientOf(answer(401, { code: 'api-key-invalid' }));
    await expect(client.charge(request)).rejects.toThrow(PaymentRefused);
    expect(calls).toEqual(['POST']);
  });
});

test('a company that fails again and again is left alone for a while', async () => {
  const client = await clientOf(cut);
  for (let turn = 0; turn < 5; turn += 1) await client.lookUp('order-1').catch(() => undefined);
  const before = calls.length;
  await expect(client.lookUp('order-1')).rejects.toThrow(PaymentUnclear);
  expect(calls.length).toBe(before);
});
