import { afterAll, expect, test } from '@jest/globals';
import { refusedCertificates, startCertificateServers } from '@quayside/testkit';
import { connectMongo } from '../src/connect-mongo.ts';

const servers = await startCertificateServers();
afterAll(() => servers.close());

const ask = async (host: string): Promise<unknown> => {
  const mongo = connectMongo({ url: `mongodb://${host}/?tls=true`, application: 'test' });
  try {
    return await mongo.connect().catch((error: unknown) => error);
  } finally {
    await mongo.close();
  }
};

test.each(refusedCertificates)(
  'MongoDB with a certificate %s is told nothing',
  async (_whose, which, why) => {
    expect(String(await ask(servers[which].host))).toMatch(why);
    expect(servers[which].said()).toBe(0);
  },
);

test('MongoDB with a certificate of its own is spoken to', async () => {
  await Promise.all([servers.right.spokenTo, ask(servers.right.host)]);
});
