import { z } from 'zod';
import { defineEvent } from '../shared/event.ts';
import { aggregateVersion, userId } from '../shared/ids.ts';
import { topics } from '../shared/topics.ts';

const topic = topics.identity;
const user = z.object({
  userId,
  name: z.string(),
  email: z.string(),
  locale: z.string(),
  version: aggregateVersion,
});

/** The subject of every identity event is the user id. */
export const userRegistered = defineEvent({
  type: 'quayside.identity.user-registered.v1',
  topic,
  data: user,
});
export const userUpdated = defineEvent({ type: 'quayside.identity.user-updated.v1', topic, data: user });
export const userDeleted = defineEvent({
  type: 'quayside.identity.user-deleted.v1',
  topic,
  data: z.object({ userId, version: aggregateVersion }),
});
