import { answerOr } from '@quayside/messaging';
import { mongoIsAway } from '@quayside/mongo';
import { OrdersUnavailable } from '../domain/order-error.ts';

/** Awaits the database; one that is down or busy becomes `OrdersUnavailable` with its cause. */
export const answerOrUnavailable = answerOr(mongoIsAway, (cause) => new OrdersUnavailable({ cause }));
