import { identityEvents } from '@quayside/contracts';
import { on, type HandlerContext, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';

/** The local copy of users, as far as events change it. */
export interface UserCopy {
  keep(user: { id: string; name: string; email: string; locale: string; version: number }): Promise<void>;
  forget(id: string, version: number): Promise<void>;
  queueWelcome(mailId: string, userId: string): Promise<void>;
}

type Context = HandlerContext<PoolClient>;

/**
 * Events that come again after the inbox forgot them change nothing: the copy takes newer versions only, a user who
 * was deleted stays so, and there is one mail of a kind per user.
 *
 * @param usersIn the copy, inside the transaction that also records the event as handled
 */
export const createSubscriptions = (
  usersIn: (tx: PoolClient) => UserCopy,
  newMailId: () => string,
): readonly Subscription<PoolClient>[] => [
  on(identityEvents.userRegistered, async ({ data: { userId, ...user } }, { tx }: Context) => {
    const users = usersIn(tx);
    await users.keep({ id: userId, ...user });
    await users.queueWelcome(newMailId(), userId);
  }),
  on(identityEvents.userUpdated, async ({ data: { userId, ...user } }, { tx }: Context) =>
    usersIn(tx).keep({ id: userId, ...user }),
  ),
  on(identityEvents.userDeleted, async ({ data: { userId, version } }, { tx }: Context) =>
    usersIn(tx).forget(userId, version),
  ),
];
