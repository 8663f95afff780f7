import type { OwnSecurityEntry } from '@quayside/contracts';
import type { SecurityEntry } from '../usecases/security-entries.ts';

/**
 * An entry of the security log as the owner of the account is told it: nothing that would tell of another person, who
 * helped them, or whom they helped.
 */
export const toldToOwner =
  (owner: string) =>
  ({ who, on, ...entry }: SecurityEntry): OwnSecurityEntry => {
    const { address, userAgent, session, path, detail, ...what } = entry;
    const isOnAnother = on !== undefined && on.id !== owner;
    if (who && who.id !== owner) return { ...what, ...(detail && { detail }), by: 'somebody-else' };
    return {
      ...what,
      ...(address !== undefined && { address }),
      ...(userAgent !== undefined && { userAgent }),
      ...(session !== undefined && { session }),
      ...(!isOnAnother && { ...(path !== undefined && { path }), ...(detail && { detail }) }),
      by: who ? 'owner' : 'unknown',
      ...(isOnAnother && { onAnother: true as const }),
    };
  };
