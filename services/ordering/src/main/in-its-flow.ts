import { withSpan } from '@quayside/runtime';
import type { ClaimedWork } from '../usecases/due-work-queue.ts';

/** Work that time starts goes on in the trace and the correlation of the checkout that made the order. */
export const inItsFlow =
  (run: (work: ClaimedWork) => Promise<void>) =>
  (work: ClaimedWork): Promise<void> =>
    withSpan(
      `ordering ${work.kind}`,
      {
        parent: work.traceparent,
        correlationId: work.correlationId,
        attributes: { 'quayside.order.id': work.orderId, 'quayside.attempt': work.attempt },
      },
      () => run(work),
    );
