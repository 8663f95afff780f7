import { answerOr } from '@quayside/messaging';
import { postgresIsAway } from '@quayside/postgres';
import { CatalogUnavailable } from '../domain/errors.ts';

/** Awaits the database; one that is down or busy becomes `CatalogUnavailable` with its cause. */
export const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new CatalogUnavailable({ cause }));
