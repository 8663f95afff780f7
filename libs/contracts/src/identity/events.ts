import { z } from 'zod';
import { example } from '../events/examples.ts';
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

const subject = 'user';
const userExample = {
  userId: example.userId,
  name: 'Signe Holm',
  email: 'signe@example.com',
  locale: 'en',
};

export const userRegistered = defineEvent({
  type: 'quayside.identity.user-registered.v1',
  topic,
  summary: 'Somebody has an account from now on',
  subject,
  example: { ...userExample, version: 1 },
  data: user,
});
export const userUpdated = defineEvent({
  type: 'quayside.identity.user-updated.v1',
  topic,
  summary: 'A user after any change',
  subject,
  example: { ...userExample, version: 2 },
  data: user,
});
export const userDeleted = defineEvent({
  type: 'quayside.identity.user-deleted.v1',
  topic,
  summary: 'An account is gone: whoever keeps something of the user forgets it',
  subject,
  isPlanned: true,
  example: { userId: example.userId, version: 3 },
  data: z.object({ userId, version: aggregateVersion }),
});
