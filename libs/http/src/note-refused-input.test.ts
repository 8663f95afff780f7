import { beforeEach, expect, test } from '@jest/globals';
import { defineApi, defineRoute } from '@quayside/contracts';
import { createHealth, createLogger, createMetrics } from '@quayside/runtime';
import request from 'supertest';
import { z } from 'zod';
import { noContent } from './answer.ts';
import { createApi } from './api.ts';

const answers = { 204: { description: 'Kept' } } as const;
const boxesApi = defineApi({
  name: 'boxes',
  title: 'Boxes',
  problems: { full: { status: 422, title: 'It is full' } },
  routes: {
    fill: defineRoute({
      ...{ method: 'post', path: '/boxes/:id', summary: 'Fill', audience: 'public', answers },
      params: z.object({ id: z.uuid() }),
      body: z.strictObject({
        quantity: z.int(),
        labels: z.record(z.string(), z.record(z.string(), z.int())).optional(),
      }),
      problems: ['full'],
    }),
  },
});
class Full extends Error {
  readonly code = 'full';
}

const box = '/boxes/01971f00-0000-4000-8000-000000000001';
const clock = { now: new Date('2026-03-01T08:00:00Z') };
let lines: { security?: { event: string } }[];
let send: (path: string, body: string | object, address?: string) => Promise<number>;

beforeEach(() => {
  lines = [];
  const api = createApi({
    logger: createLogger(
      { service: 'boxes', level: 'error' },
      { write: (line: string) => void lines.push(JSON.parse(line) as object) },
    ),
    health: createHealth(),
    metrics: createMetrics('boxes'),
    version: '1',
    now: () => clock.now,
  });
  api.serve(boxesApi, {
    fill: ({ body }) => {
      if (body.quantity > 9) throw new Full();
      return noContent();
    },
  });
  send = async (path, body, address = '203.0.113.7') => {
    const call = request(api.app).post(path).set('x-forwarded-for', address);
    return (await call.set('content-type', 'application/json').send(body)).status;
  };
});

const noted = () => lines.flatMap(({ security }) => security ?? []);
const refused = {
  ...{ event: 'input_validation_fail', gravity: 'WARN', method: 'POST', path: '/boxes/:id' },
  address: '203.0.113.7',
};

test('input that is refused is noted by its fields and its sender, and none of its values is', async () => {
  const labels = { 'secret-name': { 'secret-part': 'secret-value' } };
  expect(await send('/boxes/secret-id', { quantity: 'secret-number', labels, 'secret-field': 1 })).toBe(400);
  expect(noted()).toEqual([
    { ...refused, reason: 'malformed-request', detail: { fields: 'body body.labels body.quantity path.id' } },
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
});

test('a body that is no JSON is noted', async () => {
  expect(await send(box, '{"quantity": secret}')).toBe(400);
  expect(noted()).toEqual([{ ...refused, reason: 'malformed-json' }]);
});

test.each([
  ['taken', { quantity: 1 }, 204],
  ['refused by a rule of the business', { quantity: 10 }, 422],
])('input that is %s is not noted', async (_what, body, status) => {
  expect(await send(box, body)).toBe(status);
  expect(noted()).toEqual([]);
});

test('of a flood one line a minute tells of each caller and route, and one how many more there were', async () => {
  for (let turn = 0; turn < 20; turn += 1) await send(box, { quantity: `${turn}` });
  await send(box, {}, '203.0.113.8');
  expect(noted()).toMatchObject([refused, { ...refused, address: '203.0.113.8' }]);
  clock.now = new Date(clock.now.getTime() + 60_000);
  await send(box, {});
  const detail = { fields: 'body.quantity' };
  expect(noted().slice(2)).toMatchObject([{ ...refused, detail: { ...detail, repeats: 19 } }, { detail }]);
});

test('of a flood from everywhere it says of so many callers alone, and counts the rest', async () => {
  for (let turn = 0; turn < 510; turn += 1) await send(box, {}, `2001:db8:0:${turn.toString(16)}::1`);
  // One more of the same network, as any subscriber has.
  await send(box, {}, '2001:db8:0:1::2');
  expect(noted()).toHaveLength(500);
  clock.now = new Date(clock.now.getTime() + 60_000);
  await send(box, {});
  expect(noted().slice(500)).toMatchObject([
    { address: '2001:db8:0:1::1', detail: { repeats: 1 } },
    { reason: 'many-callers', detail: { repeats: 10 } },
    refused,
  ]);
});
