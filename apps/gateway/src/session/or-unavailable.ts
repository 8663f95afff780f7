import { ProblemError } from '@quayside/http';

/** What Redis answers; 503 `sessions-unavailable` while it is away. */
export const orUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw new ProblemError(
      {
        status: 503,
        code: 'sessions-unavailable',
        title: 'Who you are cannot be looked up right now',
        headers: { 'retry-after': '2' },
      },
      error,
    );
  }
};
