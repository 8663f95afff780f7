import { isTransient } from '@quayside/messaging';
import { OrdersUnavailable } from '../domain/order-error.ts';

/** Awaits the database; one that is down or busy becomes `OrdersUnavailable` with its cause. */
export const answerOrUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw isTransient(error) ? new OrdersUnavailable({ cause: error }) : error;
  }
};
