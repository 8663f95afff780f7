import { isTransient } from '@quayside/messaging';
import { CampaignsUnavailable } from '../domain/campaigns-unavailable.ts';

/** Awaits the database; one that is down or busy becomes `CampaignsUnavailable` with its cause. */
export const answerOrUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw isTransient(error) ? new CampaignsUnavailable({ cause: error }) : error;
  }
};
