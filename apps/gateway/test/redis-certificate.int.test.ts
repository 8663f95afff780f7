import { afterAll, expect, test } from '@jest/globals';
import { refusedCertificates, startCertificateServers, waitUntil } from '@quayside/testkit';
import { startTestGateway } from './test-gateway.ts';

const servers = await startCertificateServers();
afterAll(() => servers.close());

const start = (host: string) => startTestGateway({ redisUrl: `rediss://:word@${host}/0` });

test.each(refusedCertificates)(
  'Redis with a certificate %s is told of no session',
  async (_whose, which, why) => {
    const gateway = await start(servers[which].host);
    const line = await waitUntil(() => gateway.lines.find(({ msg }) => msg === 'Redis is out of reach'), {
      describe: 'a line that says why',
    });
    await gateway.close();
    expect(JSON.stringify(line)).toMatch(why);
    expect(servers[which].said()).toBe(0);
  },
);

test('Redis with a certificate of its own is spoken to', async () => {
  const gateway = await start(servers.right.host);
  await servers.right.spokenTo;
  await gateway.close();
});
