import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  captureLogs,
  freePort,
  testDatabase,
  waitUntil,
  type LogLine,
  type TestDatabase,
} from '@quayside/testkit';
import { waitForServer } from '../src/wait-for-server.ts';

let database: TestDatabase;
let lines: LogLine[];
let logger: ReturnType<typeof captureLogs>['logger'];
let door: Server;
const visitors = new Set<Socket>();

beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.drop());
beforeEach(() => {
  ({ logger, lines } = captureLogs());
  const { hostname, port } = new URL(database.url);
  door = createServer((visitor) => {
    visitors.add(visitor);
    const inside = connect(Number(port), hostname);
    for (const side of [visitor, inside]) side.on('error', () => undefined);
    visitor.pipe(inside).pipe(visitor);
  });
});
afterEach(() => {
  for (const visitor of visitors) visitor.destroy();
  return new Promise((resolve) => door.close(resolve));
});

const listen = (port = 0) =>
  new Promise<number>((resolve) => {
    door.listen(port, '127.0.0.1', () => resolve((door.address() as AddressInfo).port));
  });
const through = (port: number, change: (url: URL) => void = () => undefined) => {
  const url = new URL(database.url);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  change(url);
  return url.href;
};
const waits = () => lines.some(({ msg }) => msg === 'dependency is out of reach, retrying');

test('goes on as soon as the server is there, and says that it waited', async () => {
  const port = await freePort();
  const waiting = waitForServer(through(port), { logger });
  await waitUntil(async () => waits(), { describe: 'the first attempt' });
  await listen(port);
  await waiting;
  expect(lines.at(-1)).toMatchObject({ level: 'info', msg: 'dependency is there' });
});

test('does not wait where waiting mends nothing', async () => {
  const port = await listen();
  await waitForServer(
    through(port, (url) => (url.pathname = '/no_such_database')),
    { logger },
  );
  expect(waits()).toBe(false);
});

test('gives up in the end', async () => {
  await waitForServer(through(await freePort()), { logger, patienceMs: 100 });
  expect(waits()).toBe(true);
});
