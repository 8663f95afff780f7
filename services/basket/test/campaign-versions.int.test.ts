import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { marketingEvents, topics } from '@quayside/contracts';
import { createConsumer, createKafka, createPublisher, on } from '@quayside/messaging';
import { createEventSpy, silentLogger, waitUntil, type EventSpy } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { openSurroundings, startReplica, type Replica, type Surroundings } from './running-basket.ts';

let around: Surroundings;
let replica: Replica;
let spy: EventSpy;

beforeAll(async () => {
  around = await openSurroundings();
  spy = await createEventSpy({ ...around.kafka, topics: [topics.marketing] });
  replica = await startReplica(around, { brokers: around.kafka.brokers });
  await replica.start();
});
afterAll(async () => {
  await replica.stop();
  await spy.close();
  await around.close();
});

describe('a campaign that is told in two versions', () => {
  /** For nothing that is in any basket here. */
  const campaign = () => ({
    id: uuidv7(),
    typeSlug: 'sails',
    discountPercent: 10,
    startsAt: new Date(Date.now() - 1000).toISOString(),
    endsAt: new Date(Date.now() + 60_000).toISOString(),
    version: 1,
  });
  const english = { name: 'Regatta week', headline: 'Sails up', body: 'Ten off' };
  const german = { name: 'Regattawoche', headline: 'Segel auf', body: 'Zehn weniger' };
  type Told = ReturnType<typeof campaign>;
  const tellV2 = (told: Told) =>
    spy.publish(marketingEvents.campaignChangedV2, {
      subject: told.id,
      data: { ...told, language: 'en', texts: { en: english, de: german } },
    });
  const tellV1 = (told: Told) =>
    spy.publish(marketingEvents.campaignChanged, {
      subject: told.id,
      data: { ...told, ...english, names: { de: german.name } },
    });
  const keptOf = async ({ id, version }: Told) =>
    waitUntil(
      async () =>
        (await around.redis.hget(around.keys.campaignVersions, id)) === String(version) &&
        around.redis.hget(around.keys.campaigns, id),
      { describe: `campaign ${id} at version ${version}` },
    );

  test('is kept alike by whichever of them comes, from a Marketing of today or of before', async () => {
    const [both, before] = [campaign(), campaign()];
    await tellV2(both);
    await tellV1(both);
    await tellV1(before);
    // Told after all others in its partition: when it is there, so is what was told before it.
    const [kept, keptBefore] = [await keptOf(both), await keptOf(before)];
    const without = (text: string | null | false) => ({
      ...JSON.parse(text || '{}'),
      id: '',
      startsAt: 0,
      endsAt: 0,
    });
    expect(without(kept)).toEqual(without(keptBefore));
    expect(without(kept)).toMatchObject({
      name: english.name,
      names: { de: german.name },
      discountPercent: 10,
    });
  });

  test('is handled once: the older version of the same change is not newer than what is kept', async () => {
    const told = campaign();
    await tellV2(told);
    await keptOf(told);
    await tellV1({ ...told, discountPercent: 50 });
    await tellV1({ ...told, discountPercent: 20, version: 2 });
    expect(JSON.parse((await keptOf({ ...told, version: 2 })) || '{}')).toMatchObject({
      discountPercent: 20,
    });
    await tellV2({ ...told, discountPercent: 30, version: 3 });
    expect(JSON.parse((await keptOf({ ...told, version: 3 })) || '{}')).toMatchObject({
      discountPercent: 30,
    });
  });

  test('is heard by a Basket of before, which knows the older version alone', async () => {
    const kafka = createKafka({ ...around.kafka, clientId: 'basket-of-before', logger: silentLogger });
    const publisher = createPublisher(kafka);
    await publisher.start();
    const told = campaign();
    const heard = Promise.withResolvers<unknown>();
    const all: string[] = [];
    const consumer = createConsumer({
      kafka,
      publisher,
      group: 'basket-of-before',
      subscriptions: [
        on(marketingEvents.campaignChanged, async ({ type, data }) => {
          if (data.id !== told.id) return;
          all.push(type);
          heard.resolve(data);
        }),
      ],
      isAway: () => false,
      logger: silentLogger,
    });
    await consumer.start();
    await tellV2(told);
    await tellV1(told);
    expect(await heard.promise).toEqual({ ...told, ...english, names: { de: german.name } });
    expect(all).toEqual(['quayside.marketing.campaign-changed.v1']);
    await consumer.close();
    await publisher.close();
  });
});
