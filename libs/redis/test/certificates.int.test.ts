import { once } from 'node:events';
import { afterAll, expect, test } from '@jest/globals';
import { refusedCertificates, silentLogger, startCertificateServers } from '@quayside/testkit';
import { connectPatientRedis, connectRedis } from '../src/index.ts';

const servers = await startCertificateServers();
afterAll(() => servers.close());

const clients = { fast: connectRedis, patient: connectPatientRedis };
const cases = refusedCertificates.flatMap((refused) =>
  (['fast', 'patient'] as const).map((client) => [...refused, client] as const),
);

const connect = (host: string, client: keyof typeof clients) =>
  clients[client]({ url: `rediss://:word@${host}`, name: 'test', logger: silentLogger });

test.each(cases)('Redis with a certificate %s is told nothing', async (_whose, which, why, client) => {
  const redis = connect(servers[which].host, client);
  const [error] = (await once(redis, 'error')) as [Error];
  redis.disconnect();
  expect(String(error)).toMatch(why);
  expect(servers[which].said()).toBe(0);
});

test.each(['fast', 'patient'] as const)(
  'Redis with a certificate of its own is spoken to',
  async (client) => {
    const redis = connect(servers.right.host, client);
    await servers.right.spokenTo;
    redis.disconnect();
  },
);
