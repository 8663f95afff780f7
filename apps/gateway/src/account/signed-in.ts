import type { AccountSession } from '@quayside/contracts';
import { hashOf, type SessionStore } from '../session/session-store.ts';

/** Where an account is signed in, the newest first. */
export const signedIn = async (
  sessions: Pick<SessionStore, 'listOf'>,
  userId: string,
  thisId: string,
): Promise<AccountSession[]> => {
  const found = await sessions.listOf(userId);
  return found
    .map(({ ref, session: { began } }) => ({
      id: ref,
      isThis: ref === hashOf(thisId),
      device: began?.device ?? 'an unknown device',
      ...(began && { address: began.address, signedInAt: began.at }),
    }))
    .toSorted((one, other) => (other.signedInAt ?? '').localeCompare(one.signedInAt ?? ''));
};
