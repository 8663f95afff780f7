import { afterAll, expect, test } from '@jest/globals';
import { refusedCertificates, silentLogger, startCertificateServers } from '@quayside/testkit';
import { createPool } from '../src/create-pool.ts';

const servers = await startCertificateServers({ asksFirst: true });
afterAll(() => servers.close());

/** With the mode that the manifests ask for. */
const ask = async (host: string): Promise<unknown> => {
  const connectionString = `postgres://shop:word@${host}/shop?sslmode=verify-full`;
  const pool = createPool({ connectionString, application: 'test', logger: silentLogger });
  try {
    return await pool.query('select 1').catch((error: unknown) => error);
  } finally {
    await pool.end();
  }
};

test.each(refusedCertificates)(
  'PostgreSQL with a certificate %s is told nothing',
  async (_whose, which, why) => {
    expect(String(await ask(servers[which].host))).toMatch(why);
    expect(servers[which].said()).toBe(0);
  },
);

test('PostgreSQL with a certificate of its own is spoken to', async () => {
  await Promise.all([servers.right.spokenTo, ask(servers.right.host)]);
});
