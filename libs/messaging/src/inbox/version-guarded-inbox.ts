import type { Inbox } from './inbox.ts';

/**
 * For handlers that are idempotent by themselves: they write only if the event's aggregate version is newer than
 * the one they hold, or their effect is keyed by the event's subject. Records nothing.
 */
export const versionGuardedInbox: Inbox<undefined> = {
  once: async (_event, effect) => {
    await effect(undefined);
    return 'handled';
  },
  onceForAll: (events, effect) => effect(undefined, new Set(events.map(({ id }) => id))),
};
