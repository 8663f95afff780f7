import { catalogEvents } from '@quayside/contracts';
import type { Api, ProblemMap } from '@quayside/http';
import { answerOr, newEvent, on, type IsAway, type OutgoingEvent } from '@quayside/messaging';

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

export const problems = {
  'tally-unavailable': {
    status: 503,
    title: 'The tally is out of reach right now',
    headers: { 'retry-after': '1' },
  },
} satisfies ProblemMap;

class TallyUnavailable extends Error {
  readonly code = 'tally-unavailable';
}

/** What a build answers for a tally; an event about item 13 is at fault itself. */
export const partsOf = <Tx>(tally: Tally<Tx>, isAway: IsAway) => {
  const answerOrUnavailable = answerOr(isAway, (cause) => new TallyUnavailable('not now', { cause }));
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  return {
    routes: ({ router }: Api): void => {
      router.get('/tally/:item', async (req, res) => {
        res.json({ counted: await answerOrUnavailable(tally.counted(Number(req.params.item))) });
      });
      router.post('/tally/:item', async (req, res) => {
        const itemId = Number(req.params.item);
        const data = { itemId, version: 1 };
        const event = newEvent(itemRemoved, { subject: String(itemId), source: 'tally', data });
        await answerOrUnavailable(tally.publish(event));
        res.status(202).json(event);
      });
      router.get('/held', async (_req, res) => {
        asked.resolve();
        await held.promise;
        res.json({ counted: await answerOrUnavailable(tally.counted(1)) });
      });
    },
    subscriptions: [
      on(itemRemoved, async ({ id, data }, { tx }: { tx: Tx }) => {
        if (data.itemId === 13) throw new Error('thirteen is not counted');
        await tally.count(data.itemId, id, tx);
      }),
    ],
    exposed: { tally, held: { isAsked: asked.promise, answer: held.resolve } },
  };
};
