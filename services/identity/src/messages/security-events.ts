import { identityEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { SecurityRecord } from '@quayside/runtime';

/** What others may hear of the security log: each record, once. */
export const toSecurityEvent = (record: SecurityRecord & { service: string }): OutgoingEvent =>
  newEvent(identityEvents.securityNoted, { subject: record.id, source: 'identity', data: record });
