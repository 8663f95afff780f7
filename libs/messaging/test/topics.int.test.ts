import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { silentLogger, testKafka } from '@quayside/testkit';
import { createKafka, ensureTopics, kafkaClients } from '../src/index.ts';

const rounds = 8;
const processes = 12;
const topics = Array.from({ length: 10 }, (_, nth) => `topic-${nth}`);

describe.each(kafkaClients)('by %s', (client) => {
  test('processes that create the same topics at once can use them as soon as they are told that they are there', async () => {
    for (let round = 1; round <= rounds; round += 1) {
      const address = testKafka();
      const used = await Promise.allSettled(
        Array.from({ length: processes }, async (_, nth) => {
          const kafka = createKafka({ ...address, client, clientId: `process-${nth}`, logger: silentLogger });
          const admin = await (await kafka.driver()).admin();
          try {
            // Not all in the same step, so that some come while the broker still learns what others created.
            for (let step = 0; step < nth * 20; step += 1) await turn();
            await ensureTopics(kafka, topics);
            await admin.checkTopics(topics.map(kafka.prefixed));
          } finally {
            await admin.close();
          }
        }),
      );
      expect(used).toEqual(used.map(() => ({ status: 'fulfilled', value: undefined })));
    }
  });
});
