import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import supertest from 'supertest';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

let started: StartedMarketing;
beforeAll(async () => {
  started = await startMarketing({ smtpUrl: 'smtp://127.0.0.1:1' });
});
afterAll(() => started.stop());

const get = (path: string) => supertest(started.marketing.api.app).get(path);

test('without PostgreSQL campaigns answer 503, say nothing of the cause, and recover by themselves', async () => {
  await get('/api/v1/campaigns').expect(200);
  started.link.cut();
  const { body, headers, type } = await get('/api/v1/campaigns').expect(503);
  expect(type).toBe('application/problem+json');
  expect(headers['retry-after']).toBe('1');
  expect(headers['cache-control'] ?? '').not.toContain('max-age');
  expect(body).toMatchObject({ code: 'campaigns-unavailable', status: 503 });
  expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|terminated|postgres/i);
  const warned = started.lines.filter(({ level }) => level === 'warn');
  expect(JSON.stringify(warned)).toContain('Connection terminated');

  await get('/healthz').expect(200);
  const readiness = await get('/readyz').expect(503);
  expect(readiness.body).toMatchObject({ ready: false, checks: { database: { ok: false } } });

  started.link.mend();
  await waitUntil(async () => (await get('/api/v1/campaigns')).status === 200, {
    describe: 'the campaigns to be back',
  });
});
