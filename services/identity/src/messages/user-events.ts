import { identityEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { UserEvent } from '../domain/user.ts';

const definitions = {
  'user-registered': identityEvents.userRegistered,
  'user-updated': identityEvents.userUpdated,
} as const;

/** What others hear of a user: no role, no hash. */
export const toIntegrationEvent = ({ type, user }: UserEvent): OutgoingEvent =>
  newEvent(definitions[type], {
    subject: user.id,
    source: 'identity',
    data: { userId: user.id, name: user.name, email: user.email, locale: user.locale, version: user.version },
  });
