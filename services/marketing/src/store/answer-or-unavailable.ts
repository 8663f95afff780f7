import { answerOr } from '@quayside/messaging';
import { postgresIsAway } from '@quayside/postgres';
import { CampaignsUnavailable } from '../domain/campaigns-unavailable.ts';

/** Awaits the database; one that is down or busy becomes `CampaignsUnavailable` with its cause. */
export const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new CampaignsUnavailable({ cause }));
