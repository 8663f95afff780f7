import { catalogEvents } from '@quayside/contracts';
import { onMany, type HandlerContext, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';

interface Answered {
  readonly mailId: string;
  readonly questionId: string;
  readonly askerId: string;
  readonly itemId: number;
  readonly correlationId: string;
  readonly traceparent?: string | undefined;
}

type Context = HandlerContext<PoolClient>;

/** Whoever asked is written to once, when everybody can read the first answer. */
export const questionMailSubscriptions = (
  queueIn: (tx: PoolClient, answered: readonly Answered[]) => Promise<void>,
  newMailId: () => string,
): readonly Subscription<PoolClient>[] => [
  onMany(catalogEvents.questionAnswered, (received, { tx }: Context) =>
    queueIn(
      tx,
      received.map(({ event: { correlationId, traceparent, data } }) => {
        const { questionId, askerId, itemId } = data;
        return { mailId: newMailId(), questionId, askerId, itemId, correlationId, traceparent };
      }),
    ),
  ),
];
