import { describe, expect, test } from '@jest/globals';
import { defineApi, defineRoute, ifMatch, idempotencyKey } from '@quayside/contracts';
import { createHealth, createLogger, createMetrics } from '@quayside/runtime';
import request from 'supertest';
import { z } from 'zod';
import { ok } from './answer.ts';
import { createApi, type ApiOptions } from './api.ts';

class BoatNotFound extends Error {
  readonly code = 'boat-not-found';
}

const boatsApi = defineApi({
  name: 'boats',
  title: 'Boats',
  problems: { 'boat-not-found': { status: 404, title: 'No such boat', retryAfter: 60 } },
  routes: {
    nameBoat: defineRoute({
      method: 'put',
      path: '/boats/:id',
      summary: 'Name a boat',
      audience: 'public',
      params: z.strictObject({ id: z.coerce.number().int() }),
      body: z.strictObject({ name: z.string().min(1) }),
      answers: { 200: { description: 'the boat', schema: z.object({ id: z.int(), name: z.string() }) } },
      problems: ['boat-not-found'],
    }),
    photographBoat: defineRoute({
      method: 'post',
      path: '/boats/photo',
      summary: 'A picture of a boat',
      audience: 'public',
      upload: { types: ['image/png', 'image/jpeg'], maxBytes: 10 },
      answers: { 200: { description: 'how large it is', schema: z.object({ bytes: z.int() }) } },
    }),
    paintBoat: defineRoute({
      method: 'post',
      path: '/boats/paint',
      summary: 'Paint a boat',
      audience: 'public',
      headers: ifMatch.extend(idempotencyKey.shape),
      answers: { 200: { description: 'version and key as they were understood' } },
    }),
  },
});

const parts = () => {
  const lines: string[] = [];
  const logger = createLogger(
    { service: 'boats', level: 'debug' },
    { write: (line) => void lines.push(line) },
  );
  return { lines, logger, health: createHealth(), metrics: createMetrics('boats') };
};

const shell = (more: Partial<ApiOptions> = {}) => {
  const { lines, ...tools } = parts();
  const { health } = tools;
  const api = createApi({ ...tools, version: '1', ...more });
  api.serve(boatsApi, {
    nameBoat: async ({ params, body }) => {
      if (params.id === 404) throw new BoatNotFound('Boat 404 is not in the harbour');
      if (params.id === 500) throw new Error('the secret cause');
      if (params.id === 501) return ok({ id: 'not a number' });
      if (params.id === 502) return ok({ id: params.id, name: body.name, owner: { email: 'a@b.example' } });
      return ok({ id: params.id, name: body.name });
    },
  });
  api.serve(boatsApi, { paintBoat: ({ headers }) => ok(headers) });
  api.serve(boatsApi, { photographBoat: ({ upload }) => ok({ bytes: upload.length }) });
  return { app: api.app, api, lines, health };
};

const put = (app: ReturnType<typeof shell>['app'], path: string, body: object = { name: 'Tern' }) =>
  request(app).put(path).send(body);

describe('the Express shell', () => {
  test('decodes an address once, before it is checked', async () => {
    const { app } = shell();
    expect((await put(app, '/boats/%37')).body).toEqual({ id: 7, name: 'Tern' });
    const twice = await put(app, '/boats/%2537');
    expect([twice.status, twice.body.code]).toEqual([400, 'malformed-request']);
  });

  test('hands over a file of a type and size that are taken, and refuses any other', async () => {
    const { api } = shell();
    const send = (type: string, file: Buffer) =>
      request(api.app).post('/boats/photo').set('content-type', type).send(file);
    expect((await send('image/png', Buffer.alloc(10, 1)).expect(200)).body).toEqual({ bytes: 10 });
    expect((await send('image/png', Buffer.alloc(11, 1)).expect(413)).body.code).toBe('body-too-large');
    expect((await send('text/html', Buffer.alloc(5, 1)).expect(415)).body.code).toBe(
      'unsupported-media-type',
    );
    expect((await send('image/png', Buffer.alloc(0)).expect(400)).body.code).toBe('malformed-request');
  });

  test('answers what the handler returns', async () => {
    const answer = await put(shell().app, '/boats/7');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ id: 7, name: 'Tern' });
  });

  test('lists every fault of a malformed request in one problem document', async () => {
    const answer = await put(shell().app, '/boats/x', { name: '', colour: 'red' });
    expect(answer.status).toBe(400);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'malformed-request', instance: '/boats/x' });
    expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.body.errors.map((fault: { path: string }) => fault.path)).toEqual(
      expect.arrayContaining(['path.id', 'body.name', 'body']),
    );
  });

  test('hands headers on as the route understands them', async () => {
    const answer = await request(shell().app)
      .post('/boats/paint')
      .set({ 'if-match': '"v12"', 'idempotency-key': '"one"' });
    expect(answer.body).toEqual({ 'if-match': 12, 'idempotency-key': 'one' });
  });

  test.each([
    [{ 'if-match': '"v1"' }, 400, 'idempotency-key-missing'],
    [{ 'if-match': '"v1"', 'idempotency-key': 'not one word' }, 400, 'idempotency-key-invalid'],
    [{ 'idempotency-key': 'one' }, 428, 'precondition-required'],
    [{ 'if-match': 'W/"v1"', 'idempotency-key': 'one' }, 400, 'malformed-request'],
    [{}, 400, 'malformed-request'],
  ])('refuses headers %j', async (headers, status, code) => {
    const answer = await request(shell().app).post('/boats/paint').set(headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('does not listen while a route of an API it serves has no handler', async () => {
    const { logger, health, metrics } = parts();
    const api = createApi({ logger, health, metrics, version: '1' });
    api.serve(boatsApi, { paintBoat: () => ok({}) });
    await expect(api.listen({ host: '127.0.0.1', port: 0 })).rejects.toThrow('No handler for nameBoat');
  });

  test('refuses a body that is not JSON', async () => {
    const { app } = shell();
    const broken = await request(app).put('/boats/7').type('json').send('{"name":');
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed-json']);
    const text = await request(app).put('/boats/7').type('text').send('Tern');
    expect([text.status, text.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  test.each(['gzip', 'deflate', 'br'])(
    'refuses a body that is not the %s it says it is',
    async (encoding) => {
      const { app, lines } = shell();
      const answer = await request(app)
        .put('/boats/7')
        .set('content-encoding', encoding)
        .type('json')
        .send('{"name":"Tern"}');
      expect([answer.status, answer.body.code]).toEqual([400, 'malformed-request']);
      expect(lines.join('')).not.toContain('"level":"error"');
    },
  );

  test('maps a domain error to its problem', async () => {
    const answer = await put(shell().app, '/boats/404');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({
      code: 'boat-not-found',
      title: 'No such boat',
      detail: 'Boat 404 is not in the harbour',
    });
    expect(answer.headers['retry-after']).toBe('60');
  });

  test('says nothing of the cause of a 500 in the answer and all of it in the log', async () => {
    const { app, lines } = shell();
    const answer = await put(app, '/boats/500');
    expect(answer.body.code).toBe('internal-error');
    expect(JSON.stringify(answer.body)).not.toContain('secret cause');
    const logged = lines.find((line) => line.includes('the secret cause'));
    expect(JSON.parse(logged ?? '{}')).toMatchObject({ level: 'error', traceId: answer.body.traceId });
  });

  test('does not let out an answer that breaks its own schema', async () => {
    expect((await put(shell().app, '/boats/501')).status).toBe(500);
  });

  test('does not let out what the schema of an answer does not know', async () => {
    const { app, lines } = shell();
    expect((await put(app, '/boats/502')).status).toBe(500);
    expect(JSON.stringify(lines)).toContain('with more than its schema: owner');
  });

  test('continues the trace of the caller', async () => {
    const traceId = 'a'.repeat(32);
    const answer = await put(shell().app, '/boats/404').set(
      'traceparent',
      `00-${traceId}-${'b'.repeat(16)}-01`,
    );
    expect(answer.body.traceId).toBe(traceId);
  });

  test('tells an unknown address from a wrong method', async () => {
    const { app } = shell();
    expect((await request(app).get('/ships')).body.code).toBe('route-not-found');
    const wrong = await request(app).get('/boats/7');
    expect([wrong.status, wrong.headers['allow']]).toEqual([405, 'PUT']);
    const asked = await request(app).options('/boats/7');
    expect([asked.status, asked.headers['allow'], asked.body.code]).toEqual([
      405,
      'PUT',
      'method-not-allowed',
    ]);
  });

  test('gives a person who opens an address a page, and everybody else the problem document', async () => {
    const html = ({ title }: { title: string }) => `<h1>${title}</h1>`;
    const { app } = shell({ problemPage: { html, notBelow: ['/boats'] } });
    const open = (path: string) => request(app).get(path).set('sec-fetch-mode', 'navigate');
    const page = await open('/ships');
    expect([page.status, page.type]).toEqual([404, 'text/html']);
    expect(page.text).toBe('<h1>There is nothing at this address</h1>');
    expect((await request(app).get('/ships').set('sec-fetch-mode', 'cors')).body.code).toBe(
      'route-not-found',
    );
    expect((await open('/boats/7')).body.code).toBe('method-not-allowed');
  });

  test('is alive but not ready while a dependency is out of reach, and names it', async () => {
    const { app, health } = shell();
    health.addCheck('harbour', async () => {
      throw new Error('closed');
    });
    expect((await request(app).get('/healthz')).status).toBe(200);
    const ready = await request(app).get('/readyz');
    expect(ready.status).toBe(503);
    expect(ready.body.checks.harbour).toEqual({ ok: false, error: 'closed' });
  });

  test('that is stopping still answers, and ends the connection with it', async () => {
    const { app, health } = shell();
    const call = () => put(app, '/boats/7').set('connection', 'keep-alive');
    expect((await call()).headers['connection']).toBe('keep-alive');
    health.setDraining();
    const answer = await call();
    expect([answer.status, answer.headers['connection']]).toEqual([200, 'close']);
    expect((await request(app).get('/readyz')).status).toBe(503);
  });

  test('describes its routes in OpenAPI 3.1', async () => {
    const { body } = await request(shell().app).get('/openapi.json');
    expect(body.openapi).toBe('3.1.1');
    expect(Object.keys(body.paths['/boats/{id}'].put.responses)).toEqual(['200', '400', '404', '413', '415']);
  });

  test('counts requests by route, not by address', async () => {
    const { app } = shell();
    await put(app, '/boats/7');
    const { text } = await request(app).get('/metrics');
    expect(text).toContain('route="/boats/:id",status="200"');
  });
});
