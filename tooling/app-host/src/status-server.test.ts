import { request } from 'node:http';

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { pickFreePorts } from '@quayside/backing-services';

import type { Controlled } from './controlled.ts';
import { serveStatus } from './status-server.ts';
import type { StatusServer } from './status-server.ts';

let port: number;
let server: StatusServer;
let processes: (Controlled & { state: string })[];

const fakeProcess = (name: string): (typeof processes)[number] => {
  const hosted = {
    ...{ name, kind: 'process' as const, port: 1, pid: 7, restarts: 0, state: 'ready' },
    start: jest.fn(() => void (hosted.state = 'ready')),
    stop: jest.fn(async () => void (hosted.state = 'stopped')),
    kill: jest.fn(() => void (hosted.state = 'crashed')),
  };
  return hosted;
};

beforeEach(async () => {
  processes = ['catalog', 'ordering-api', 'ordering-worker'].map(fakeProcess);
  [port = 0] = await pickFreePorts(1);
  server = await serveStatus(
    port,
    () => processes,
    () => true,
  );
});

afterEach(() => server.close());

const url = (path: string) => `http://127.0.0.1:${port}${path}`;
const post = (path: string) => fetch(url(path), { method: 'POST' });

test('lists every process', async () => {
  const answer = (await (await fetch(url('/processes'))).json()) as { processes: unknown[] };
  expect(answer.processes[0]).toEqual({
    name: 'catalog',
    kind: 'process',
    state: 'ready',
    pid: 7,
    port: 1,
    restarts: 0,
  });
  expect(answer.processes).toHaveLength(3);
});

test('stops all that a name means and answers their new state', async () => {
  const answer = (await (await post('/processes/ordering/stop')).json()) as {
    processes: { name: string; state: string }[];
  };
  expect(answer.processes.map(({ name, state }) => [name, state])).toEqual([
    ['ordering-api', 'stopped'],
    ['ordering-worker', 'stopped'],
  ]);
  expect(processes[0]?.stop).not.toHaveBeenCalled();
  expect((await fetch(url('/readyz'))).status).toBe(503);
});

test('starts and kills', async () => {
  await post('/processes/catalog/kill');
  expect(processes[0]?.kill).toHaveBeenCalled();
  await post('/processes/catalog/start');
  expect(processes[0]?.start).toHaveBeenCalled();
});

test('answers 404 to a name or an action it does not know, and 405 to a GET', async () => {
  expect((await post('/processes/nobody/stop')).status).toBe(404);
  expect((await post('/processes/catalog/explode')).status).toBe(404);
  expect((await fetch(url('/processes/catalog/stop'))).status).toBe(405);
});

test.each([
  [{ host: 'evil.example' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 200],
])('answers a request with %j with %d', async (headers, status) => {
  const answered = new Promise((resolve, reject) => {
    request(url('/processes/catalog/stop'), { method: 'POST', headers }, (response) =>
      resolve(response.statusCode),
    )
      .on('error', reject)
      .end();
  });
  expect(await answered).toBe(status);
});

test.each(['//', '//evil.example/processes', '/%'])('answers %s with 404', async (path) => {
  const answered = new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path }, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end();
  });
  expect(await answered).toBe(404);
});

test('shows a page', async () => {
  const page = await fetch(url('/'));
  expect(page.headers.get('content-type')).toContain('text/html');
});
