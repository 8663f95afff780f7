import { answerOr } from '@quayside/messaging';
import { inTransaction, postgresAuditLog, postgresIsAway } from '@quayside/postgres';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import type { Pool } from 'pg';
import { MailNotFound, MailsUnavailable } from '../domain/mail-errors.ts';
import type { OrderMailKind } from '../domain/mail.ts';
import type { OrderMail, Resend } from '../domain/mail-resend.ts';
import type { OrderMails } from '../usecases/order-mails.ts';

const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new MailsUnavailable({ cause }));

interface MailRow {
  id: string;
  kind: OrderMailKind;
  state: OrderMail['state'];
  queuedAt: Date;
  settledAt: Date | null;
  reason: string | null;
  resends: Resend[];
}

const columns = `id, kind, state, queued_at AS "queuedAt", settled_at AS "settledAt", reason, resends`;

const mailIn = ({ settledAt, reason, ...row }: MailRow): OrderMail => ({
  ...row,
  ...(settledAt && { settledAt }),
  ...(reason !== null && { reason }),
});

export const createOrderMails = (pool: Pool): OrderMails => ({
  ofOrder: async (orderId) => {
    const { rows } = await answerOrUnavailable(
      pool.query<MailRow>({
        name: 'mails-of-order',
        text: `SELECT ${columns} FROM mails WHERE order_id = $1 ORDER BY queued_at, id`,
        values: [orderId],
      }),
    );
    return rows.map(mailIn);
  },

  resend: ({ orderId, mailId }, by, decide) =>
    answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        const { rows } = await tx.query<MailRow>(
          `SELECT ${columns} FROM mails WHERE id = $1 AND order_id = $2 FOR UPDATE`,
          [mailId, orderId],
        );
        const mail = rows[0] && mailIn(rows[0]);
        if (!mail) throw new MailNotFound(mailId);
        const again = decide(mail);
        if (!again) return mail;
        const queued = await tx.query<MailRow>(
          `UPDATE mails
              SET state = 'queued', reason = NULL, attempts = 0, due_at = now(), resends = resends || $2::jsonb,
                  correlation_id = $3, traceparent = $4
            WHERE id = $1 RETURNING ${columns}`,
          [mailId, JSON.stringify([again]), currentCorrelationId(), currentTraceparent()],
        );
        await postgresAuditLog.append(tx, by, {
          action: 'resent',
          // Of the order: that has a page.
          ...{ entity: 'mail', entityId: orderId },
          after: { kind: mail.kind },
        });
        return queued.rows[0] ? mailIn(queued.rows[0]) : mail;
      }),
    ),
});
