import { z } from 'zod';
import { example } from '../events/examples.ts';
import { defineEvent } from '../shared/event.ts';
import { aggregateVersion, userId } from '../shared/ids.ts';
import { topics } from '../shared/topics.ts';
import { securityRecord } from './security-log.ts';

const topic = topics.identity;
/** Who they are, Identity tells services that ask (`readUser`). */
const user = z.object({ userId, version: aggregateVersion });
const subject = 'user';

export const userRegistered = defineEvent({
  type: 'quayside.identity.user-registered.v1',
  topic,
  summary: 'Somebody has an account from now on',
  subject,
  example: { userId: example.userId, version: 1 },
  data: user,
});
export const userConfirmed = defineEvent({
  type: 'quayside.identity.user-confirmed.v1',
  topic,
  summary: 'The e-mail address of a user is theirs: they may be written to',
  subject,
  example: { userId: example.userId, version: 2 },
  data: user,
});
export const userUpdated = defineEvent({
  type: 'quayside.identity.user-updated.v1',
  topic,
  summary: 'A user after any change',
  subject,
  example: { userId: example.userId, version: 2 },
  data: user,
});
export const userDeleted = defineEvent({
  type: 'quayside.identity.user-deleted.v1',
  topic,
  summary: 'An account is gone: whoever keeps something of the user forgets it',
  subject,
  example: { userId: example.userId, version: 3 },
  data: user,
});

/** A topic of its own: it names network addresses, so its messages are not kept for ever. */
export const securityNoted = defineEvent({
  type: 'quayside.identity.security-noted.v1',
  topic: topics.identitySecurity,
  summary: 'Something happened that matters to security, once or several times alike',
  subject: 'record',
  example: {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    ...{ service: 'identity', at: '2026-03-14T09:26:53.000Z', times: 3, event: 'authn_login_fail' },
    ...{ reason: 'wrong-credentials', onUserId: example.userId, address: '203.0.113.7' },
  },
  data: securityRecord.extend({ service: z.string() }),
});
