import { catalogEvents, defineApi, defineRoute, itemId, wholeNumber } from '@quayside/contracts';
import { accepted, ok, type Api } from '@quayside/http';
import { answerOr, newEvent, on, type IsAway, type OutgoingEvent } from '@quayside/messaging';
import { z } from 'zod';

const { itemRemoved } = catalogEvents;

/** A service that does as little as one can: it publishes what it is posted, and counts the effects of what comes back. */
export interface Tally<Tx> {
  /** Writes the event into the outbox. */
  publish(event: OutgoingEvent): Promise<void>;
  /** The effect of an event about `itemId`; not harmless when repeated where the store has an inbox. */
  count(itemId: number, eventId: string, tx: Tx): Promise<void>;
  /** How many events about `itemId` had their effect. */
  counted(itemId: number): Promise<number>;
}

const params = z.strictObject({ item: wholeNumber(itemId) });
const problems = ['tally-unavailable'] as const;
const counted = { 200: { description: 'How many', schema: z.object({ counted: z.int() }) } };

const tallyApi = defineApi({
  name: 'tally',
  title: 'Tally',
  problems: {
    'tally-unavailable': { status: 503, title: 'The tally is out of reach right now', retryAfter: 1 },
  },
  routes: {
    count: defineRoute({
      method: 'get',
      path: '/tally/:item',
      summary: 'How many events there were about an item',
      audience: 'public',
      params,
      answers: counted,
      problems,
    }),
    publish: defineRoute({
      method: 'post',
      path: '/tally/:item',
      summary: 'Publish an event about an item',
      audience: 'public',
      params,
      answers: { 202: { description: 'The event' } },
      problems,
    }),
    countHeld: defineRoute({
      method: 'get',
      path: '/held',
      summary: 'How many there were, once the test lets it say so',
      audience: 'public',
      answers: counted,
      problems,
    }),
  },
});

class TallyUnavailable extends Error {
  readonly code = 'tally-unavailable';
}

/** What a build answers for a tally; an event about item 13 is at fault itself. */
export const partsOf = <Tx>(tally: Tally<Tx>, isAway: IsAway) => {
  const answerOrUnavailable = answerOr(isAway, (cause) => new TallyUnavailable('not now', { cause }));
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  return {
    routes: (api: Api): void =>
      api.serve(tallyApi, {
        count: async ({ params: { item } }) =>
          ok({ counted: await answerOrUnavailable(tally.counted(item)) }),
        publish: async ({ params: { item } }) => {
          const data = { itemId: item, version: 1 };
          const event = newEvent(itemRemoved, { subject: String(item), source: 'tally', data });
          await answerOrUnavailable(tally.publish(event));
          return accepted(event, `/tally/${item}`);
        },
        countHeld: async () => {
          asked.resolve();
          await held.promise;
          return ok({ counted: await answerOrUnavailable(tally.counted(1)) });
        },
      }),
    subscriptions: [
      on(itemRemoved, async ({ id, data }, { tx }: { tx: Tx }) => {
        if (data.itemId === 13) throw new Error('thirteen is not counted');
        await tally.count(data.itemId, id, tx);
      }),
    ],
    consumer: { described: [itemRemoved] },
    exposed: { tally, held: { isAsked: asked.promise, answer: held.resolve } },
  };
};
