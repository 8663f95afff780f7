import { identityEvents } from '@quayside/contracts';
import { on, type HandlerContext, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';

/** Which users there are, as far as events change it. */
export interface UserCopy {
  keep(id: string): Promise<void>;
  forget(id: string): Promise<void>;
  queueWelcome(mailId: string, userId: string): Promise<void>;
}

type Context = HandlerContext<PoolClient>;

/**
 * Events that come again after the inbox forgot them change nothing: a user who was deleted stays so, and there is one
 * mail of a kind per user.
 *
 * @param forgetInAudit takes the name of who is gone out of the audit log
 * @param usersIn the copy, inside the transaction that also records the event as handled
 */
export const createSubscriptions = (
  usersIn: (tx: PoolClient) => UserCopy,
  newMailId: () => string,
  forgetInAudit: (tx: PoolClient, actorId: string) => Promise<void>,
): readonly Subscription<PoolClient>[] => [
  on(identityEvents.userRegistered, async ({ data: { userId } }, { tx }: Context) =>
    usersIn(tx).keep(userId),
  ),
  // Not before: to an address that nobody confirmed anybody can have mail sent.
  on(identityEvents.userConfirmed, async ({ data: { userId } }, { tx }: Context) => {
    const users = usersIn(tx);
    await users.keep(userId);
    await users.queueWelcome(newMailId(), userId);
  }),
  on(identityEvents.userDeleted, async ({ data: { userId } }, { tx }: Context) => {
    await usersIn(tx).forget(userId);
    await forgetInAudit(tx, userId);
  }),
];
