import { describe, expect, test } from '@jest/globals';
import { silentLogger, testKafka, waitUntil } from '@quayside/testkit';
import { createFormerTopic, createKafka, createPublisher, kafkaClients } from '../src/index.ts';

const topic = 'people';
const letters = 'people.reader.dlt';
const about = (data: object) => ({ topic, key: 'a', value: JSON.stringify(data), headers: {} });

describe.each(kafkaClients)('by %s', (client) => {
  const open = async (...records: { topic: string; key: string; value: string; headers: object }[]) => {
    const kafka = createKafka({ ...testKafka(), client, clientId: 'former-topic', logger: silentLogger });
    const publisher = createPublisher(kafka);
    await publisher.start();
    await waitUntil(async () => publisher.healthy(), { describe: 'the publisher' });
    await publisher.send(records.map((record) => ({ ...record, headers: {} })));
    await publisher.close();
    const isFormer = (data: object): boolean => 'email' in data;
    const former = createFormerTopic(kafka, { topic, readers: ['reader'], isFormer });
    const topics = async () => {
      const admin = await (await kafka.driver()).admin();
      const names = await admin.listTopics();
      await admin.close();
      return [topic, letters].filter((name) => names.includes(kafka.prefixed(name)));
    };
    /** A process that reads, until it leaves. */
    const join = async () => {
      const read = Promise.withResolvers<void>();
      const driver = await kafka.driver();
      const member = await driver.join({
        ...{
          group: kafka.prefixed('reader'),
          topics: [kafka.prefixed(topic)],
          commits: true,
          maxWaitMs: 100,
        },
        onBatch: async ({ messages, settled }) => {
          const last = messages.at(-1);
          if (last) await settled(last.offset);
          read.resolve();
          return undefined;
        },
        onJoin: () => undefined,
        onEnd: (error) => read.reject(error),
      });
      await read.promise;
      return member;
    };
    return { former, topics, join };
  };

  test('a topic with events that must not be kept goes with its dead letters, once all is read and nobody reads', async () => {
    const person = about({ email: 'ines@example.test' });
    const { former, topics, join } = await open(person, { ...person, topic: letters });
    const faults = (mayForgetDeadLetters = true) => former.faults({ mayForgetDeadLetters });
    expect(await faults()).toEqual([expect.stringContaining('reader has not read 1 event(s) of people')]);
    const member = await join();
    // What it read it commits within a second, or when it leaves.
    expect(await faults()).toContainEqual(expect.stringContaining('reader still runs'));
    await member.leave();
    expect(await faults(false)).toEqual([expect.stringContaining(`1 dead letter(s) in ${letters}`)]);
    expect(await faults()).toEqual([]);
    expect(await topics()).toEqual([topic, letters]);
    expect([await former.remove(), await topics()]).toEqual([2, []]);
    expect([await faults(false), await former.remove()]).toEqual([[], 0]);
  });

  test('dead letters that were left when a run was broken off go with the next one', async () => {
    const { former, topics } = await open({ ...about({ email: 'ines@example.test' }), topic: letters });
    expect(await topics()).toEqual([letters]);
    expect([await former.remove(), await topics()]).toEqual([1, []]);
  });

  test('one without such events stays, read or not', async () => {
    const { former, topics } = await open(about({ id: 1 }), about({ id: 2 }));
    expect(await former.faults({ mayForgetDeadLetters: false })).toEqual([]);
    expect([await former.remove(), await topics()]).toEqual([0, [topic]]);
  });
});
