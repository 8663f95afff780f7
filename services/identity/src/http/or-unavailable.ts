import { identityApi } from '@quayside/contracts';
import { problemOf, ProblemError } from '@quayside/http';

const unavailable = problemOf('identity-unavailable', identityApi.problems['identity-unavailable']);

/** @param isAway whether an error means that the database is out of reach or busy: then it is 503 */
export const createOrUnavailable =
  (isAway: (error: unknown) => boolean) =>
  async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (!isAway(error)) throw error;
      throw new ProblemError(unavailable, error);
    }
  };
