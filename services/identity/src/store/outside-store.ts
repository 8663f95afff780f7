import { createHash } from 'node:crypto';
import { inTransaction } from '@quayside/postgres';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import {
  LastWayIn,
  OutsideLinkNotFound,
  OutsideLinkTaken,
  TooManyOutsideLinks,
  UserNotFound,
} from '../domain/errors.ts';
import type { OutsideIdentity, OutsideLink, OutsideStore } from '../usecases/outside-identity.ts';
import type { AppendEvent } from './append-event.ts';
import { insertUser } from './insert-user.ts';
import { queueMail } from './mail-queue.ts';
import { createOutsideJourneys } from './outside-journeys.ts';

const uniqueViolation = '23505';
const atMost = 10;

const orTaken = (error: unknown): never => {
  if (error instanceof DatabaseError && error.code === uniqueViolation) throw new OutsideLinkTaken();
  throw error;
};

/** Of the provider's names for people a digest serves where one of theirs could be too long for an index. */
const subjectKey = (subject: string): string =>
  subject.length <= 255 ? subject : createHash('sha256').update(subject).digest('base64url');

const insertLink = async (
  tx: PoolClient,
  userId: string,
  { provider, issuer, subject, email }: OutsideIdentity,
  at: { now: Date; usedAt: Date | null },
): Promise<void> => {
  await tx
    .query(
      `INSERT INTO outside_links (id, user_id, provider, issuer, subject, email, created_at, last_used_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [uuidv7(), userId, provider, issuer, subjectKey(subject), email ?? null, at.now, at.usedAt],
    )
    .catch(orTaken);
};

/** How many ways into the account there are beside links. */
const lockOtherWays = async (tx: PoolClient, userId: string): Promise<number> => {
  const { rows } = await tx.query<{ hasPassword: boolean }>(
    'SELECT has_password AS "hasPassword" FROM users WHERE id = $1 FOR UPDATE',
    [userId],
  );
  if (!rows[0]) throw new UserNotFound();
  const passkeys = await tx.query('SELECT 1 FROM passkeys WHERE user_id = $1', [userId]);
  return (rows[0].hasPassword ? 1 : 0) + (passkeys.rowCount ?? 0);
};

/** Links of accounts to those of other providers, and who is on the way to one of these. */
export const createOutsideStore = ({
  pool,
  appendEvent,
  now,
}: {
  pool: Pool;
  appendEvent: AppendEvent;
  now: () => Date;
}): OutsideStore => ({
  ...createOutsideJourneys(pool),
  useLink: async ({ issuer, subject }, at) => {
    const { rows } = await pool.query<{ userId: string; isDisabled: boolean }>({
      name: 'use-outside-link',
      text: `UPDATE outside_links SET last_used_at = $3 FROM users
              WHERE issuer = $1 AND subject = $2 AND users.id = user_id
              RETURNING user_id AS "userId", disabled_at IS NOT NULL AS "isDisabled"`,
      values: [issuer, subjectKey(subject), at],
    });
    return rows[0];
  },
  link: (userId, identity) =>
    inTransaction(pool, async (tx) => {
      // Of two linked at once the second one counts the first.
      await lockOtherWays(tx, userId);
      const { rows } = await tx.query<{ issuer: string; subject: string }>(
        'SELECT issuer, subject FROM outside_links WHERE user_id = $1',
        [userId],
      );
      const { issuer, subject } = identity;
      if (rows.some((one) => one.issuer === issuer && one.subject === subjectKey(subject))) return;
      if (rows.length >= atMost) throw new TooManyOutsideLinks();
      await insertLink(tx, userId, identity, { now: now(), usedAt: null });
      await queueMail(tx, { kind: 'sign-in-linked', userId }, now());
    }),
  register: (event, passwordHash, identity) =>
    inTransaction(pool, async (tx) => {
      const at = now();
      await insertUser(tx, { event, passwordHash, hasPassword: false, now: at, appendEvent });
      await insertLink(tx, event.user.id, identity, { now: at, usedAt: at });
    }),
  list: async (userId) => {
    const { rows } = await pool.query<OutsideLink & { hasPassword: boolean; id: string | null }>(
      `SELECT has_password AS "hasPassword", outside_links.id, provider, outside_links.email,
              outside_links.created_at AS "createdAt", last_used_at AS "lastUsedAt"
         FROM users LEFT JOIN outside_links ON user_id = users.id
        WHERE users.id = $1 ORDER BY outside_links.created_at`,
      [userId],
    );
    return {
      hasPassword: rows[0]?.hasPassword ?? true,
      links: rows.flatMap(({ hasPassword: _, ...link }) => (link.id === null ? [] : [link])),
    };
  },
  unlink: (userId, id) =>
    inTransaction(pool, async (tx) => {
      const others = await lockOtherWays(tx, userId);
      const { rows } = await tx.query<{ id: string }>('SELECT id FROM outside_links WHERE user_id = $1', [
        userId,
      ]);
      if (!rows.some((link) => link.id === id)) throw new OutsideLinkNotFound();
      if (others + rows.length === 1) throw new LastWayIn();
      await tx.query('DELETE FROM outside_links WHERE id = $1', [id]);
      await queueMail(tx, { kind: 'sign-in-unlinked', userId }, now());
    }),
});
