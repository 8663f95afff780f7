import { gatewayApi } from '@quayside/contracts';
import { problemOf, ProblemError } from '@quayside/http';

const unavailable = problemOf('sessions-unavailable', gatewayApi.problems['sessions-unavailable']);

/** What Redis answers; 503 `sessions-unavailable` while it is away. */
export const orUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw new ProblemError(unavailable, error);
  }
};
