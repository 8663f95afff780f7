import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { catalogEvents, topics } from '@quayside/contracts';
import { silentLogger, testKafka, waitUntil } from '@quayside/testkit';
import {
  createConsumer,
  createKafka,
  createPublisher,
  groupLag,
  isTransient,
  kafkaClients,
  newEvent,
  on,
  tailTopics,
  type KafkaClientName,
  type Publisher,
  type TailedMessage,
} from '../src/index.ts';
import { membership } from '../src/kafka/kafka-driver.ts';

const { itemRemoved } = catalogEvents;
const subjects = Array.from({ length: 12 }, (_, nth) => `subject-${nth}`);
const closing: (() => Promise<unknown>)[] = [];
let address: ReturnType<typeof testKafka>;

beforeEach(() => {
  address = testKafka();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const kafkaBy = (client: KafkaClientName) =>
  createKafka({ ...address, client, clientId: 'groups-test', logger: silentLogger });

const publisherBy = async (client: KafkaClientName): Promise<Publisher> => {
  const kafka = kafkaBy(client);
  // Loaded before it is asked to publish, so that a call does not end for want of a connection.
  await kafka.driver();
  const publisher = createPublisher(kafka);
  await publisher.start();
  closing.push(publisher.close);
  return publisher;
};

/** One event for each subject. */
const publishRound = (publisher: Publisher, itemId: number): Promise<void> =>
  publisher.publish(
    subjects.map((subject) =>
      newEvent(itemRemoved, { subject, source: 'test', data: { itemId, version: 1 } }),
    ),
  );

interface Handled {
  subject: string;
  itemId: number;
}

/** A member of the group `shared`; `seen` grows with what it handles. */
const startMember = (
  client: KafkaClientName,
): { seen: Handled[]; process: ChildProcess; leave(): Promise<void> } => {
  const seen: Handled[] = [];
  const member = fork(new URL('./group-member.ts', import.meta.url), [
    JSON.stringify({ ...address, client }),
  ]);
  member.on('message', (handled) => seen.push(handled as Handled));
  closing.push(async () => member.kill('SIGKILL'));
  const leave = async (): Promise<void> => {
    member.send('leave');
    await once(member, 'exit');
  };
  return { seen, process: member, leave };
};

const handledOf = (itemId: number, ...members: { seen: Handled[] }[]): number =>
  new Set(
    members.flatMap(({ seen }) => seen.filter((one) => one.itemId === itemId).map(({ subject }) => subject)),
  ).size;

const allHandled = (itemId: number, ...members: { seen: Handled[] }[]): Promise<true> =>
  waitUntil(() => handledOf(itemId, ...members) === subjects.length || undefined, {
    describe: `round ${itemId} to be handled`,
  }) as Promise<true>;

/** Publishes rounds until both members have handled some, so that the group is known to be shared. */
const publishUntilShared = async (
  publisher: Publisher,
  from: number,
  members: { seen: Handled[] }[],
): Promise<number> => {
  let itemId = from;
  await waitUntil(
    async () => {
      itemId += 1;
      await publishRound(publisher, itemId);
      await allHandled(itemId, ...members);
      return members.every(({ seen }) => seen.some((one) => one.itemId === itemId));
    },
    { describe: 'the members to share the group' },
  );
  return itemId;
};

/** A round handled again is allowed, a step back beyond it is not. */
const inOrderPerSubject = (seen: readonly Handled[]): boolean =>
  subjects.every((subject) => {
    const itemIds = seen.filter((one) => one.subject === subject).map(({ itemId }) => itemId);
    return itemIds.every((itemId, at) => at === 0 || itemId >= (itemIds[at - 1] ?? 0));
  });

const pairs = kafkaClients.flatMap((one) => kafkaClients.map((other) => [one, other] as const));

test.each(pairs)(
  'members by %s and by %s share a group: one joins, one leaves, one is killed',
  async (one, other) => {
    const publisher = await publisherBy(one);
    const first = startMember(one);
    await publishRound(publisher, 1);
    await allHandled(1, first);

    const second = startMember(other);
    let last = await publishUntilShared(publisher, 1, [first, second]);

    await first.leave();
    last += 1;
    await publishRound(publisher, last);
    await allHandled(last, second);
    expect(handledOf(last, second)).toBe(subjects.length);

    const third = startMember(one);
    last = await publishUntilShared(publisher, last, [second, third]);
    second.process.kill('SIGKILL');
    last += 1;
    await publishRound(publisher, last);
    await allHandled(last, third);
    for (const { seen } of [first, second, third]) expect(inOrderPerSubject(seen)).toBe(true);
  },
);

test('a key lands in the same partition by either client, and each reads what the other wrote', async () => {
  const seen: TailedMessage[] = [];
  const keys = Array.from({ length: 200 }, (_, nth) => `key-${nth}-ä`);
  for (const client of kafkaClients) {
    const publisher = await publisherBy(client);
    await publisher.send(
      keys.map((key) => ({
        topic: topics.catalog,
        key,
        value: 'x'.repeat(1000),
        headers: { by: client, note: 'ö' },
      })),
    );
  }
  for (const client of kafkaClients) {
    seen.length = 0;
    const tail = await tailTopics(kafkaBy(client), {
      topics: [topics.catalog],
      onMessage: (message) => seen.push(message),
    });
    await waitUntil(() => seen.length >= 2 * keys.length, { describe: 'all messages' });
    await tail.close();
    expect(seen).toHaveLength(2 * keys.length);
    const partitionsBy = (writer: KafkaClientName) =>
      new Map(
        seen
          .filter(({ headers }) => headers['by']?.toString() === writer)
          .map(({ key, partition }) => [key?.toString(), partition]),
      );
    expect(partitionsBy('platformatic')).toEqual(partitionsBy('kafkajs'));
    expect(new Set(partitionsBy('kafkajs').values()).size).toBe(6);
    expect(
      seen.every(({ value, headers }) => value?.length === 1000 && headers['note']?.toString() === 'ö'),
    ).toBe(true);
  }
});

test.each(pairs)('what a group has settled by %s is not delivered to it again by %s', async (one, other) => {
  const publisher = await publisherBy(one);
  const first = startMember(one);
  await publishRound(publisher, 1);
  await allHandled(1, first);
  await first.leave();
  const second = startMember(other);
  await publishRound(publisher, 2);
  await allHandled(2, second);
  expect(handledOf(1, second)).toBe(0);
});

describe.each(kafkaClients)('by %s', (client) => {
  test('a handler slower than the session timeout keeps its place in the group', async () => {
    const publisher = await publisherBy(client);
    const handled: number[] = [];
    let began = 0;
    const consumer = createConsumer({
      kafka: kafkaBy(client),
      group: 'slow',
      publisher,
      isAway: isTransient,
      logger: silentLogger,
      subscriptions: [
        on(itemRemoved, async ({ data }) => {
          began ||= Date.now();
          const end = Date.now() + (data.itemId === 1 ? membership.sessionTimeoutMs * 1.5 : 0);
          await waitUntil(() => Date.now() >= end, { describe: 'the slow handler', timeoutMs: 60_000 });
          handled.push(data.itemId);
        }),
      ],
    });
    await consumer.start();
    closing.push(consumer.close);
    const event = (itemId: number) =>
      newEvent(itemRemoved, { subject: 'one', source: 'test', data: { itemId, version: 1 } });
    await publisher.publish([event(1), event(2)]);
    await waitUntil(() => handled.includes(2), { describe: 'the second message' });
    expect(handled).toEqual([1, 2]);
    expect(consumer.healthy()).toBe(true);
  });
});

test.each(kafkaClients)('how far a group is behind, and who is in it, is told by %s', async (client) => {
  const kafka = kafkaBy(client);
  const of = { group: 'shared', topics: [topics.catalog] };
  const publisher = await publisherBy(client);
  await publishRound(publisher, 1);
  const member = startMember(client);
  await allHandled(1, member);
  await waitUntil(
    async () => {
      const { waiting, members } = await groupLag(kafka, of);
      return waiting === 0 && members === 1;
    },
    { describe: 'all to be settled' },
  );
  await member.leave();
  await publishRound(publisher, 2);
  await publishRound(publisher, 3);
  expect(await groupLag(kafka, of)).toEqual({ waiting: 2 * subjects.length, members: 0 });
  expect(await groupLag(kafka, { ...of, group: 'nobody' }).catch(() => 'no such topic')).toBe(
    'no such topic',
  );
});
