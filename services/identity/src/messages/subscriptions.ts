import { orderingEvents, type EventData } from '@quayside/contracts';
import { onMany, type HandlerContext, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';

type Figures = EventData<typeof orderingEvents.customerFiguresChanged>;

/** What Identity listens to. Figures that come again or late change nothing: the latest version counts. */
export const createSubscriptions = (
  keepFigures: (tx: PoolClient, told: readonly Figures[]) => Promise<void>,
): readonly Subscription<PoolClient>[] => [
  onMany(orderingEvents.customerFiguresChanged, (received, { tx }: HandlerContext<PoolClient>) =>
    keepFigures(
      tx,
      received.map(({ event }) => event.data),
    ),
  ),
];
