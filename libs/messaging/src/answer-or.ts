import type { IsAway } from './transient-error.ts';

/**
 * Awaits answers of a store; that it is away becomes an error of the service's own, with the cause kept. All other
 * errors are handed on as they are.
 *
 * @example
 * const answerOrUnavailable = answerOr(mongoIsAway, (cause) => new OrdersUnavailable({ cause }));
 * const found = await answerOrUnavailable(orders.findOne({ _id }));
 */
export const answerOr =
  (isAway: IsAway, unavailable: (cause: unknown) => Error) =>
  async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      throw isAway(error) ? unavailable(error) : error;
    }
  };
