import { afterAll, describe, expect, test } from '@jest/globals';
import { captureLogs, refusedCertificates, startCertificateServers, waitUntil } from '@quayside/testkit';
import { createKafka, createPublisher, kafkaClients } from '../src/index.ts';

const servers = await startCertificateServers();
afterAll(() => servers.close());

describe.each(kafkaClients)('%s', (client) => {
  const connect = async (host: string) => {
    const { logger, lines } = captureLogs();
    const kafka = createKafka({ client, brokers: host, clientId: 'test', ssl: true, logger });
    const publisher = createPublisher(kafka);
    await publisher.start();
    return { lines, publisher };
  };

  test.each(refusedCertificates)('tells Kafka with a certificate %s nothing', async (_whose, which, why) => {
    const { lines, publisher } = await connect(servers[which].host);
    const line = await waitUntil(
      () => lines.map((one) => JSON.stringify(one)).find((one) => one.includes('kafka publisher')),
      {
        describe: 'a line that says why Kafka is out of reach',
      },
    );
    await publisher.close();
    expect(line).toMatch(why);
    expect(servers[which].said()).toBe(0);
  });

  test('speaks to Kafka with a certificate of its own', async () => {
    const before = servers.right.said();
    const { publisher } = await connect(servers.right.host);
    await waitUntil(() => servers.right.said() > before, { describe: 'the broker to be spoken to' });
    await publisher.close();
  });
});
