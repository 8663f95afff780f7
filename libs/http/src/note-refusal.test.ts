import { expect, test } from '@jest/globals';
import { defineApi, defineRoute } from '@quayside/contracts';
import { createHealth, createLogger, createMetrics } from '@quayside/runtime';
import request from 'supertest';
import { noContent } from './answer.ts';
import { createApi } from './api.ts';
import { ProblemError } from './problem.ts';
import type { Principal } from './token-verifier.ts';

const route = { method: 'get', summary: 'A room', answers: { 204: { description: 'in' } } } as const;
const roomsApi = defineApi({
  name: 'rooms',
  title: 'Rooms',
  problems: {},
  routes: {
    office: defineRoute({ ...route, path: '/office', audience: 'admin' }),
    cabin: defineRoute({ ...route, path: '/cabin', audience: 'user' }),
  },
});
const shopper: Principal = { id: 'u1', kind: 'user', name: '', email: '', roles: [], scopes: ['shop'] };
const principals: Record<string, Principal> = {
  shopper,
  guest: { ...shopper, id: 'guest:1', kind: 'guest' },
};

const notedOf = async (path: string, token?: string) => {
  const lines: { security?: object }[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as object);
  const api = createApi({
    logger: createLogger({ service: 'rooms', level: 'error' }, { write }),
    health: createHealth(),
    metrics: createMetrics('rooms'),
    version: '1',
    auth: {
      verify: async (text) => {
        if (principals[text]) return principals[text];
        throw new ProblemError({ status: 401, code: 'invalid-token', title: 'No' });
      },
    },
  });
  api.serve(roomsApi, { office: () => noContent(), cabin: () => noContent() });
  const call = request(api.app).get(`${path}?code=secret`).set('x-forwarded-for', '203.0.113.7');
  await (token === undefined ? call : call.set('authorization', `Bearer ${token}`));
  return lines.flatMap(({ security }) => security ?? []);
};

const from = { address: '203.0.113.7', method: 'GET' };

test('somebody who may not is noted, with where they were refused and where they are', async () => {
  expect(await notedOf('/office', 'shopper')).toEqual([
    { event: 'authz_fail', gravity: 'CRITICAL', userId: 'u1', ...from, path: '/office', reason: 'forbidden' },
  ]);
});

test('a token that nobody issued is noted', async () => {
  expect(await notedOf('/cabin', 'forged')).toEqual([
    { event: 'authz_fail', gravity: 'CRITICAL', ...from, path: '/cabin', reason: 'invalid-token' },
  ]);
});

test.each([
  ['who has no token yet', '/cabin', undefined],
  ['who has to sign in first', '/cabin', 'guest'],
  ['who is let in', '/cabin', 'shopper'],
])('nobody is noted %s', async (_who, path, token) => {
  expect(await notedOf(path, token)).toEqual([]);
});
