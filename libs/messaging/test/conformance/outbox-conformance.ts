import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { catalogEvents } from '@quayside/contracts';
import type { Logger } from '@quayside/runtime';
import { captureLogs, silentLogger, waitUntil } from '@quayside/testkit';
import { newEvent, type OutgoingEvent, type Publisher, type Relay } from '../../src/index.ts';
import { createRecordingPublisher } from './recording-publisher.ts';

/** How soon a standby notices that the leader is gone, and how often a relay looks by itself. */
export interface RelayTiming {
  takeoverMs: number;
  pollMs: number;
}

/** A store with an outbox, seen the way a service uses it. */
export interface OutboxStore {
  /** Writes the aggregate's new state and its events in one atomic step, in a process where `relay` runs. */
  append(relay: Relay, ...events: OutgoingEvent[]): Promise<void>;
  /** The same in a process that died right after the write. */
  appendAndDie(...events: OutgoingEvent[]): Promise<void>;
  createRelay(publisher: Pick<Publisher, 'publish'>, logger: Logger, timing: RelayTiming): Relay;
  /** What was set aside because Kafka does not take it. */
  refused(): Promise<OutgoingEvent[]>;
  close(): Promise<void>;
}

export type OpenOutboxStore = (url: string) => Promise<OutboxStore>;

const change = (itemId: number, version = 1): OutgoingEvent =>
  newEvent(catalogEvents.itemRemoved, { subject: String(itemId), source: 'test', data: { itemId, version } });

const ids = (events: readonly OutgoingEvent[]): string[] => events.map(({ id }) => id);

/** Polls that cannot be what a passing test waited for. */
const patient: RelayTiming = { takeoverMs: 1500, pollMs: 60_000 };
const quick: RelayTiming = { takeoverMs: 500, pollMs: 200 };

/**
 * What every outbox does, whatever its store.
 *
 * @param under.module exports `openOutboxStore`, for the processes that the tests kill
 */
export const describeOutbox = (
  name: string,
  under: {
    backing: () => Promise<{ url: string; remove: () => Promise<unknown> }>;
    open: OpenOutboxStore;
    module: URL;
  },
): void =>
  describe(`the ${name} outbox`, () => {
    let url: string;
    let store: OutboxStore;
    let closing: (() => Promise<unknown>)[];

    beforeEach(async () => {
      const created = await under.backing();
      url = created.url;
      store = await under.open(url);
      closing = [created.remove, store.close];
    });

    afterEach(async () => {
      for (const close of closing.reverse()) await close();
    });

    const startRelay = async (
      publisher: Pick<Publisher, 'publish'>,
      timing = quick,
      logger = silentLogger,
    ): Promise<Relay> => {
      const relay = store.createRelay(publisher, logger, timing);
      closing.push(relay.close);
      await relay.start();
      return relay;
    };

    test('publishes as soon as the write is committed, and is empty then', async () => {
      const publisher = createRecordingPublisher();
      const relay = await startRelay(publisher, patient);
      await store.append(relay, change(1));
      await publisher.waitForDistinct(1);
      const event = change(2);
      await store.append(relay, event);
      expect((await publisher.waitForDistinct(2))[1]).toEqual(event);
      await relay.drain();
      expect(publisher.published).toHaveLength(2);
    });

    test('publishes what a process left behind that died after its write', async () => {
      const events = [change(1, 1), change(1, 2), change(1, 3)];
      await store.appendAndDie(...events);
      const publisher = createRecordingPublisher();
      const relay = await startRelay(publisher);
      await relay.drain();
      expect(ids(publisher.published)).toEqual(ids(events));
    });

    test('keeps the order per aggregate with two relays and a publisher whose outcome is often unknown', async () => {
      const publisher = createRecordingPublisher({ failEvery: 3 });
      const relays = [await startRelay(publisher), await startRelay(publisher)] as const;
      const aggregates = Array.from({ length: 6 }, (_, at) => at + 1);
      const versions = Array.from({ length: 20 }, (_, at) => at + 1);
      await Promise.all(
        aggregates.map(async (itemId) => {
          for (const version of versions) {
            await store.append(relays[version % 2 === 0 ? 0 : 1], change(itemId, version));
          }
        }),
      );
      await relays[0].drain();
      const bySubject = Map.groupBy(publisher.distinct(), ({ subject }) => subject);
      expect([...bySubject.keys()].map(Number).sort()).toEqual(aggregates);
      for (const events of bySubject.values()) {
        expect(events.map(({ data }) => (data as { version: number }).version)).toEqual(versions);
      }
    });

    test('loses nothing while the publisher is down', async () => {
      const publisher = createRecordingPublisher();
      publisher.down = true;
      const relay = await startRelay(publisher);
      const events = [change(1), change(2), change(3)];
      for (const event of events) await store.append(relay, event);
      await waitUntil(() => publisher.refused >= 2, { describe: 'the relay to be refused twice' });
      publisher.down = false;
      await relay.drain();
      expect(ids(publisher.published).sort()).toEqual(ids(events).sort());
    });

    test('sets an event aside that Kafka never takes, says so, and goes on with the rest', async () => {
      const events = [change(1, 1), change(1, 2), change(1, 3)];
      await store.appendAndDie(...events);
      const publisher = createRecordingPublisher();
      publisher.tooLarge.add(events[1]?.id ?? '');
      const { logger, lines } = captureLogs();
      const relay = await startRelay(publisher, quick, logger);
      await relay.drain();
      expect(ids(publisher.distinct())).toEqual(ids([...events.slice(0, 1), ...events.slice(2)]));
      expect(await store.refused()).toEqual([events[1]]);
      expect(lines.filter(({ level }) => level === 'error')).toEqual([
        expect.objectContaining({ eventId: events[1]?.id, subject: '1' }),
      ]);
    });

    test('a standby publishes again what a killed process published but did not take out', async () => {
      const events = [change(1, 1), change(1, 2)];
      await store.appendAndDie(...events);
      const doomed = fork(new URL('./relay-process.ts', import.meta.url), [under.module.href, url]);
      const [publishedByDoomed] = (await once(doomed, 'message')) as [string[]];
      expect(publishedByDoomed).toEqual(ids(events));

      const publisher = createRecordingPublisher();
      const standby = await startRelay(publisher);
      doomed.kill('SIGKILL');
      await once(doomed, 'exit');
      await publisher.waitForDistinct(2);
      await standby.drain();
      expect(ids(publisher.distinct())).toEqual(ids(events));
    });

    test('a relay that is closed leaves the work to the next', async () => {
      const [first, second] = [createRecordingPublisher(), createRecordingPublisher()];
      const leaving = await startRelay(first);
      await store.append(leaving, change(1));
      await first.waitForDistinct(1);
      await leaving.close();
      const staying = await startRelay(second);
      await store.append(staying, change(2));
      await second.waitForDistinct(1);
      await staying.drain();
      expect(first.published).toHaveLength(1);
    });
  });
