import { problemMap, type ProblemMap } from '@quayside/http';
import type { OrderErrorCode } from '../domain/order-error.ts';

export const problems = problemMap({
  'order-not-found': { status: 404, title: 'No such order' },
  'order-not-cancellable': { status: 409, title: 'The order can no longer be cancelled' },
  'order-transition-refused': { status: 409, title: 'The order is not in a state for this' },
  'order-changed-meanwhile': { status: 409, title: 'The order is changing right now, try again' },
  'orders-unavailable': {
    status: 503,
    title: 'Orders are out of reach right now',
    headers: { 'retry-after': '1' },
  },
} satisfies Record<OrderErrorCode, ProblemMap[string]>);
