import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { localEnvironment, processes, type Here, type PortName, type Process } from '@quayside/system';
import { freePort, startMailServer, waitUntil } from '@quayside/testkit';
import type { LoadedShop } from './load.ts';

const root = join(import.meta.dirname, '../../../..');

/** All that a shop needs but its pages; the mail server is the test's own. */
const needed = (processes as readonly Process[]).filter(({ entry, kind }) => entry && kind !== 'pages');

/** Where the stores of a loaded shop are, as the processes of today are told. */
const storeUrlOf = (shop: LoadedShop, store: string, database: string): string => {
  if (store === 'mongodb') return shop.mongo.url;
  if (store === 'redis') return shop.redis.url;
  return (shop as unknown as Record<string, { url: string }>)[database]?.url ?? '';
};

/** Starts every process of today, but the pages, on the stores of a loaded shop. */
export const openShop = async (shop: LoadedShop, environment: Record<string, string>) => {
  const mail = await startMailServer();
  const ports = new Map<string, number>();
  for (const { name, otherPorts } of processes as readonly Process[])
    for (const port of [name, ...Object.keys(otherPorts)]) ports.set(port, await freePort());
  const portOf = (name: PortName): number => ports.get(name) ?? 0;
  const origin = `http://localhost:${portOf('gateway')}`;
  const here: Here = {
    publicOrigin: origin,
    kafka: shop.address.brokers,
    smtpUrl: mail.url,
    storeUrl: (store, database) => storeUrlOf(shop, store, database),
    portOf,
    urlOf: (name) => `http://127.0.0.1:${portOf(name)}`,
    secret: (variable) => environment[variable] ?? `a-secret-of-the-test-for-${variable.toLowerCase()}-alone`,
  };
  const log: string[] = [];
  const running: ChildProcess[] = [];
  for (const hosted of needed) {
    const child = spawn(process.execPath, [join(root, hosted.folder, `src/main/${hosted.entry}.ts`)], {
      cwd: join(root, hosted.folder),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        ...{ NODE_ENV: 'development', LOG_FORMAT: 'json', KAFKA_TOPIC_PREFIX: shop.address.topicPrefix },
        ...{ GRACE_PERIOD_SECONDS: '0', LIMIT_FACTOR: '100' },
        ...localEnvironment(hosted, here),
        ...environment,
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => log.push(`${hosted.name}: ${chunk.toString()}`));
    running.push(child);
  }
  const isReady = async ({ ready }: Process): Promise<boolean> =>
    fetch(`http://127.0.0.1:${ports.get(ready.port)}${ready.path}`).then(
      ({ ok }) => ok,
      () => false,
    );
  const close = async (): Promise<void> => {
    await Promise.all(
      running.map(async (child) => {
        if (child.exitCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }),
    );
    await mail.close();
  };
  try {
    for (const hosted of needed)
      await waitUntil(() => isReady(hosted), {
        timeoutMs: 90_000,
        describe: `${hosted.name} to be ready`,
      });
  } catch (error) {
    await close();
    throw new Error(`${String(error)}\n${log.join('').slice(-4000)}`, { cause: error });
  }
  return { origin, mail, close };
};
