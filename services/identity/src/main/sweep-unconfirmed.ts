import { unconfirmedDays } from '../domain/one-time-link.ts';
import type { UserStore } from '../store/user-store.ts';

const batch = 50;

/** Accounts whose address nobody confirmed end as if their owner had deleted them. Resolves to their number. */
export const sweepUnconfirmed = async (
  users: Pick<UserStore, 'unconfirmedBefore' | 'deleteUser'>,
  now: Date,
): Promise<number> => {
  const before = new Date(now.getTime() - unconfirmedDays * 24 * 3600 * 1000);
  const ids = await users.unconfirmedBefore(before, batch);
  for (const id of ids) await users.deleteUser(id);
  return ids.length === batch ? ids.length + (await sweepUnconfirmed(users, now)) : ids.length;
};
