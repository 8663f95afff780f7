import { answerOr } from '@quayside/messaging';
import { inTransaction, postgresIsAway } from '@quayside/postgres';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { ContactUnavailable, IdempotencyKeyReused } from '../domain/contact-errors.ts';
import { contactForgottenBefore, type ContactMessage } from '../domain/contact-message.ts';
import type { ContactMessageReads, ContactMessages } from '../usecases/contact-messages.ts';

const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new ContactUnavailable({ cause }));

/** @param onQueued called after a commit that may have queued a mail */
export const createContactMessages = ({
  pool,
  now,
  onQueued,
}: {
  pool: Pool;
  now: () => Date;
  onQueued: () => void;
}): ContactMessages => ({
  keep: async ({ key, fingerprint, accountId, message }) => {
    const mailId = uuidv7();
    await answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        // Nobody writes for an account that was deleted a moment ago.
        const { rowCount } = await tx.query(
          `INSERT INTO mails (id, kind, contact_key, contact_print, buyer_id, queued_at, due_at, correlation_id, traceparent)
           SELECT $1, 'contact', $2, $3, $4::uuid, $5, $5, $6, $7
            WHERE NOT EXISTS (SELECT FROM users WHERE users.id = $4 AND deleted)
           ON CONFLICT (contact_key) WHERE contact_key IS NOT NULL DO NOTHING`,
          [mailId, key, fingerprint, accountId ?? null, now(), currentCorrelationId(), currentTraceparent()],
        );
        if (rowCount === 0) {
          const { rows } = await tx.query<{ print: string }>(
            'SELECT contact_print AS print FROM mails WHERE contact_key = $1',
            [key],
          );
          if (rows[0] && rows[0].print !== fingerprint) throw new IdempotencyKeyReused();
          return;
        }
        const { topic, orderNumber, name, email, text, locale } = message;
        await tx.query(
          `INSERT INTO contact_messages (mail_id, topic, order_number, name, email, text, locale)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [mailId, topic, orderNumber ?? null, name, email, text, locale],
        );
      }),
    );
    onQueued();
  },
});

export const createContactMessageReads = (pool: Pool): ContactMessageReads => ({
  find: async (mailId) => {
    const { rows } = await pool.query<
      Omit<ContactMessage, 'orderNumber'> & { orderNumber: string | null; accountId: string | null }
    >(
      `SELECT topic, order_number AS "orderNumber", name, email, text, locale, buyer_id AS "accountId"
         FROM contact_messages JOIN mails ON mails.id = mail_id WHERE mail_id = $1`,
      [mailId],
    );
    if (!rows[0]) return undefined;
    const { orderNumber, accountId, ...message } = rows[0];
    return { ...message, ...(orderNumber && { orderNumber }), accountId: accountId ?? undefined };
  },
});

/** Forgets the keys of what was sent, and what could not be sent for long. */
export const createForgetOldContacts =
  ({ pool, now }: { pool: Pool; now: () => Date }) =>
  async (): Promise<void> => {
    const { sent, unsent } = contactForgottenBefore(now());
    await pool.query(
      `DELETE FROM mails WHERE contact_key IS NOT NULL
          AND (queued_at < $2 OR (queued_at < $1 AND state = 'sent'))`,
      [sent, unsent],
    );
  };
