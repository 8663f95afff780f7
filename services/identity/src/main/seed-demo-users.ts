import { EmailTaken } from '../domain/errors.ts';
import type { PasswordHasher } from '../store/password-hasher.ts';
import type { UserStore } from '../store/user-store.ts';
import { demoPassword, demoUsers } from './demo-users.ts';

/** Makes those demo accounts that are missing, each with its event. Resolves to their e-mails. */
export const seedDemoUsers = async (ports: {
  users: Pick<UserStore, 'addUser' | 'userById'>;
  passwords: Pick<PasswordHasher, 'hash'>;
}): Promise<readonly string[]> => {
  const made: string[] = [];
  for (const event of demoUsers) {
    if (await ports.users.userById(event.user.id)) continue;
    try {
      await ports.users.addUser(
        event,
        await ports.passwords.hash(demoPassword, { from: 'seed', account: event.user.id }),
        new Date(),
      );
      made.push(event.user.email);
    } catch (error) {
      // Somebody registered with the demo address by hand: that account is theirs.
      if (!(error instanceof EmailTaken)) throw error;
    }
  }
  return made;
};
