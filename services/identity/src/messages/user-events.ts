import { identityEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { UserEvent } from '../domain/user.ts';

const definitions = {
  'user-registered': identityEvents.userRegistered,
  'user-confirmed': identityEvents.userConfirmed,
  'user-updated': identityEvents.userUpdated,
  'user-deleted': identityEvents.userDeleted,
} as const;

/** What others hear of a user: that there is one. Who it is, services ask. */
export const toIntegrationEvent = ({ type, user }: UserEvent): OutgoingEvent =>
  newEvent(definitions[type], {
    subject: user.id,
    source: 'identity',
    data: { userId: user.id, version: user.version },
  });
