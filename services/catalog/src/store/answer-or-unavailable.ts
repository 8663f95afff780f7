import { isTransient } from '@quayside/messaging';
import { CatalogUnavailable } from '../domain/errors.ts';

/** Awaits the database; one that is down or busy becomes `CatalogUnavailable` with its cause. */
export const answerOrUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw isTransient(error) ? new CatalogUnavailable({ cause: error }) : error;
  }
};
