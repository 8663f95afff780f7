import { DatabaseError, type PoolClient } from 'pg';
import { emailKey } from '@quayside/contracts/email';
import { EmailTaken } from '../domain/errors.ts';
import type { UserRegistered } from '../domain/user.ts';
import type { AppendEvent } from './append-event.ts';
import { queueMail } from './mail-queue.ts';

const uniqueViolation = '23505';

/** With a mail to the address, where nobody confirmed it yet. Rejects with EmailTaken, after which the transaction is over. */
export const insertUser = async (
  tx: PoolClient,
  {
    event,
    passwordHash,
    hasPassword,
    now,
    appendEvent,
  }: {
    event: UserRegistered;
    passwordHash: string;
    /** Whether anybody knows it. */
    hasPassword: boolean;
    now: Date;
    appendEvent: AppendEvent;
  },
): Promise<void> => {
  const { id, email, name, locale, roles, version, emailConfirmed } = event.user;
  await tx
    .query(
      `INSERT INTO users (id, email, email_key, name, locale, roles, password_hash, version, unconfirmed_since,
         has_password)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, email, emailKey(email), name, locale, roles, passwordHash, version],
        ...[emailConfirmed ? null : now, hasPassword],
      ],
    )
    .catch((error: unknown) => {
      if (error instanceof DatabaseError && error.code === uniqueViolation) throw new EmailTaken();
      throw error;
    });
  if (!emailConfirmed) await queueMail(tx, { kind: 'registered', userId: id }, now);
  await appendEvent(tx, event);
};
