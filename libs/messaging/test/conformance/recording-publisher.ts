import { waitUntil } from '@quayside/testkit';
import { TooLargeForKafka, type OutgoingEvent, type Publisher } from '../../src/index.ts';

export interface RecordingPublisher extends Pick<Publisher, 'publish'> {
  /** While true every call is refused. */
  down: boolean;
  /** Ids of events that Kafka never takes: a call ends at the first one. */
  readonly tooLarge: Set<string>;
  /** Calls refused so far. */
  readonly refused: number;
  readonly published: readonly OutgoingEvent[];
  /** Each event once, in the order of first publication. */
  distinct(): OutgoingEvent[];
  waitForDistinct(count: number): Promise<OutgoingEvent[]>;
}

/** Takes the place of Kafka; `failEvery` n refuses each nth call, after having published half of it. */
export const createRecordingPublisher = ({ failEvery = 0 } = {}): RecordingPublisher => {
  const published: OutgoingEvent[] = [];
  const tooLarge = new Set<string>();
  let calls = 0;
  let refused = 0;
  const distinct = (): OutgoingEvent[] => [...new Map(published.map((event) => [event.id, event])).values()];
  return {
    down: false,
    tooLarge,
    published,
    get refused() {
      return refused;
    },
    async publish(events) {
      calls += 1;
      await new Promise((resolve) => setImmediate(resolve));
      if (this.down) {
        refused += 1;
        throw new Error('Kafka is out of reach');
      }
      const stop = events.findIndex(({ id }) => tooLarge.has(id));
      if (stop >= 0) {
        published.push(...events.slice(0, stop));
        throw new TooLargeForKafka(events[stop]?.id);
      }
      const fails = failEvery > 0 && calls % failEvery === 0;
      published.push(...(fails ? events.slice(0, Math.ceil(events.length / 2)) : events));
      if (fails) throw new Error('outcome unknown');
    },
    distinct,
    waitForDistinct: (count) =>
      waitUntil(() => (distinct().length >= count ? distinct() : undefined), {
        describe: `${count} published events`,
      }),
  };
};
