import { expect, test } from '@jest/globals';
import { defineApi, defineRoute } from '@quayside/contracts';
import { createHealth, createLogger, createMetrics } from '@quayside/runtime';
import request from 'supertest';
import { ok } from './answer.ts';
import { createApi } from './api.ts';
import type { Principal } from './token-verifier.ts';

const route = { method: 'get', summary: 'A page', answers: { 200: { description: 'it' } } } as const;
const pagesApi = defineApi({
  name: 'pages',
  title: 'Pages',
  problems: {},
  routes: {
    poster: defineRoute({ ...route, path: '/poster', audience: 'public' }),
    board: defineRoute({ ...route, path: '/board', audience: 'public', showsMoreTo: 'admin' }),
    diary: defineRoute({ ...route, path: '/diary', audience: 'user' }),
    album: defineRoute({ ...route, path: '/album', audience: 'user' }),
  },
});
const somebody: Principal = { id: 'u1', kind: 'user', name: '', email: '', roles: [], scopes: ['shop'] };

const api = createApi({
  logger: createLogger({ service: 'pages', level: 'silent' }),
  health: createHealth(),
  metrics: createMetrics('pages'),
  version: '1',
  auth: { verify: async () => somebody },
  headers: { 'strict-transport-security': 'max-age=1' },
});
api.serve(pagesApi, {
  poster: () => ok({}),
  board: () => ok({}),
  diary: () => ok({}),
  album: () => ok({}, { 'cache-control': 'private, max-age=60' }),
});
const read = (path: string, token?: string) => {
  const call = request(api.app).get(path);
  return token === undefined ? call : call.set('authorization', `Bearer ${token}`);
};

test.each([
  ['what is for everybody', '/poster', 'token', undefined],
  ['what is for everybody and shows more to some, to one of them', '/board', 'token', 'no-store'],
  ['the same, to anybody', '/board', undefined, undefined],
  ['what is about a person', '/diary', 'token', 'no-store'],
  ['what is about a person, to nobody', '/diary', undefined, 'no-store'],
  ['what says itself how long it may be kept', '/album', 'token', 'private, max-age=60'],
])('%s: %s', async (_what, path, token, expected) => {
  expect((await read(path, token)).headers['cache-control']).toBe(expected);
});

test.each([
  ['an answer', '/poster'],
  ['a problem', '/nowhere'],
])(
  '%s is not guessed at, not framed, in a sandbox where it is opened as a page, and has what the process says of itself',
  async (_what, path) => {
    const { headers } = await read(path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers['strict-transport-security']).toBe('max-age=1');
  },
);
